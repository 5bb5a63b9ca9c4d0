#include "client/ui/keys/dom_code.hpp"

#include <gtest/gtest.h>

namespace casustafel::ui {
namespace {

TEST(DomCode, letters_digits_and_named_keys_lie_where_they_lie) {
    EXPECT_EQ(key_of_dom_code("KeyA"), Key::a);
    EXPECT_EQ(key_of_dom_code("KeyZ"), Key::z);
    EXPECT_EQ(key_of_dom_code("Digit1"), Key::one);
    EXPECT_EQ(key_of_dom_code("Digit0"), Key::zero);
    EXPECT_EQ(key_of_dom_code("ArrowUp"), Key::up);
    EXPECT_EQ(key_of_dom_code("NumpadEnter"), Key::keypad_enter);
    EXPECT_EQ(key_of_dom_code("F6"), Key::f6);
}

TEST(DomCode, what_means_nothing_here_is_none) {
    for (const char* code : {"", "Key", "Keya", "KeyAA", "Digit", "DigitX", "F13", "ShiftLeft"})
        EXPECT_EQ(key_of_dom_code(code), Key::none) << code;
}

}  // namespace
}  // namespace casustafel::ui
