// What a second click and a held key may do, in the kit by itself; and the keys of a field.
#include <gtest/gtest.h>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

constexpr Rect place{10, 10, 210, 50};

TEST(SecondClick, does_nothing_on_a_button_that_says_something_else_now) {
    int times = 0;
    Harness harness(400, 200, [&](Ui& ui) {
        if (button(ui, place, "clock", times == 0 ? "Pauze" : "Verder")) ++times;
    });
    harness.click("clock", 2);
    EXPECT_EQ(times, 1);
    harness.click("clock");
    EXPECT_EQ(times, 2);
}

TEST(SecondClick, does_nothing_on_the_same_button_of_another_page) {
    int page = 0;
    Harness harness(400, 200, [&](Ui& ui) {
        button(ui, {10, 100, 210, 140}, page == 0 ? "address" : "name", "");
        if (button(ui, place, "next", "Verder")) ++page;
    });
    harness.click("next", 2);
    EXPECT_EQ(page, 1);
}

TEST(SecondClick, counts_on_a_button_that_stayed_what_it_was) {
    int pace = 0;
    Harness harness(400, 200, [&](Ui& ui) {
        if (button(ui, place, "faster", "+")) ++pace;
    });
    harness.click("faster", 3);
    EXPECT_EQ(pace, 3);
}

TEST(AButton, does_nothing_when_it_changed_between_press_and_release) {
    std::string label = "Pauze";
    int times = 0;
    Harness harness(400, 200, [&](Ui& ui) {
        if (button(ui, place, "clock", label)) ++times;
    });
    harness.hover("clock");
    Input input;
    input.pressed = input.held = true;
    input.clicks = 1;
    harness.frame(input);
    label = "Verder";
    harness.settle();
    input = {};
    input.released = true;
    harness.frame(input);
    harness.settle();
    EXPECT_EQ(times, 0);
}

class FieldKeys : public testing::Test {
protected:
    void hold_typed(char32_t character, int repeats) {
        for (int repeat = 0; repeat < repeats; ++repeat) {
            Input input;
            input.strokes.push_back({.repeat = true, .typed = character});
            harness.frame(input);
        }
        harness.settle();
    }

    std::string one = "een", two = "twee";
    bool second = false, submitted = false;
    Harness harness{400, 300, [this](Ui& ui) {
                        if (field(ui, place, "one", one).submitted) submitted = true;
                        field(ui, {10, 100, 210, 200}, "two", two, {.several_lines = true});
                        if (ui.take_letter('d', {"", "board"})) {
                            second = true;
                            ui.focus("two");
                        }
                    }};
};

TEST_F(FieldKeys, copy_and_cut_and_paste_the_older_way) {
    harness.click("one");
    harness.press_letter('a', true);
    harness.press(Key::insert, false, true);
    EXPECT_EQ(harness.ui.paste(), "een");
    harness.ui.copy("iets anders");
    harness.press(Key::del, true);
    EXPECT_EQ(one, "");
    EXPECT_EQ(harness.ui.paste(), "een");  // what Shift+Delete takes away can be put back
    harness.press(Key::insert, true);
    EXPECT_EQ(one, "een");
}

TEST_F(FieldKeys, repeat_what_edits_and_moves_and_the_new_line) {
    harness.click("two");
    harness.hold(Key::backspace, 2);
    EXPECT_EQ(two, "t");
    harness.hold(Key::enter, 2);
    EXPECT_EQ(two, "t\n\n\n");
    harness.press(Key::home, false, true);
    hold_typed(U'x', 3);
    EXPECT_EQ(two, "xxxt\n\n\n");
}

TEST_F(FieldKeys, submit_once_for_a_key_held_down) {
    harness.click("one");
    harness.hold(Key::enter, 5);
    EXPECT_TRUE(submitted);
    submitted = false;
    harness.hold(Key::enter, 5, true);
    EXPECT_TRUE(submitted);
    submitted = false;
    Input held;
    held.strokes.push_back(stroke_of({.key = Key::enter, .repeat = true}));
    harness.frame(held);
    EXPECT_FALSE(submitted);
}

TEST_F(FieldKeys, keep_a_letter_that_is_held_down_out_of_the_field_it_opened) {
    harness.press_letter('d');
    EXPECT_TRUE(second);
    EXPECT_EQ(harness.ui.focused(), "two");
    hold_typed(U'd', 4);
    EXPECT_EQ(two, "twee");
    harness.type("d");
    EXPECT_EQ(two, "tweed");
}

}  // namespace
}  // namespace casustafel::ui
