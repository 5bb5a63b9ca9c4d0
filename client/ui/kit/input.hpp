#pragma once
// What a person did since the last frame, in the client's own words. The platform translates its
// window system's events into this; tests write it by hand. Events that must not merge (a press and
// the next press of a button) come in frames of their own: that is the platform's promise.
#include <cstdint>
#include <string>
#include <vector>

#include "client/ui/paint/layout.hpp"

namespace casustafel::ui {

enum class Key : std::uint8_t {
    none,
    character,  // see KeyPress::character
    tab,
    enter,
    escape,
    space,
    backspace,
    del,
    up,
    down,
    left,
    right,
    home,
    end,
    page_up,
    page_down,
    f1,
    f2,
    f6,
};

struct KeyPress {
    Key key = Key::none;
    bool shift = false, control = false, alt = false;
    char character = 0;  // 'a'…'z', '0'…'9' and '?', when `key` says so

    bool operator==(const KeyPress&) const = default;
};

// Typed text and keys in the order they came: either a key, or a character when `key` is none.
struct Stroke {
    KeyPress press;
    char32_t typed = 0;
};

struct Input {
    Point mouse{-1, -1};  // logical pixels; (-1, -1) when it is outside
    bool pressed = false, released = false, held = false;  // the left button
    int clicks = 0;                                        // 2 for a double click, with `pressed`
    float wheel = 0;                                       // notches, positive is up
    std::vector<Stroke> strokes;
    double seconds = 0;  // since some moment in the past; never runs back
};

}  // namespace casustafel::ui
