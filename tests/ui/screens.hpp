#pragma once
// Looks at screens: draws one in a state at a size, in both contrasts and both languages, finds
// what is wrong with its text and widgets, and keeps a picture of each. A test of a screen is
// `class MyStates : public ScreenStates {}`, instantiated with `INSTANTIATE_SCREENS(MyStates)`. It
// knows no screen itself.
#include <gtest/gtest.h>

#include <string>

#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {

struct ScreenSize {
    int width, height;
    float scale;
    const char* name;  // in a picture's name
};

// Every size that a screen must be readable at.
inline constexpr ScreenSize screen_sizes[] = {{1600, 900, 1, "1600"},
                                              {1280, 720, 1, "1280"},
                                              {1280, 720, 2, "200pct"},
                                              {1024, 600, 1, "1024"}};

class ScreenStates : public testing::TestWithParam<ScreenSize> {
protected:
    // `name` is screen-state ("swap-writing"). Each fault fails the test; the pictures are called
    // screen-state-size-contrast, with -en behind it in English.
    void look_at(const std::string& name, const Harness::Draw& draw);

    // The same for whatever has `draw(Ui&)`.
    template <typename Shown>
    void look_at(const std::string& name, Shown& shown) {
        look_at(name, Harness::Draw([&shown](Ui& ui) { shown.draw(ui); }));
    }

    // Room to lay out, in logical pixels.
    static float logical_width() { return static_cast<float>(GetParam().width) / GetParam().scale; }

private:
    Harness::Draw draw_ = [](Ui&) {};
    Harness harness_{GetParam().width,
                     GetParam().height,
                     [this](Ui& ui) { draw_(ui); },
                     {.scale = GetParam().scale}};
};

#define INSTANTIATE_SCREENS(states)                                                            \
    INSTANTIATE_TEST_SUITE_P(Sizes, states, testing::ValuesIn(::casustafel::ui::screen_sizes), \
                             [](const auto& size) { return std::string(size.param.name); })

}  // namespace casustafel::ui
