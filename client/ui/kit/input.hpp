#pragma once
// What a person did since the last frame, in the client's own words. The platform translates its
// window system's events into this; tests write it by hand. Events that must not merge (a press and
// the next press of a button) come in frames of their own: that is the platform's promise.
#include <cstdint>
#include <string>
#include <vector>

#include "client/ui/keys/keys.hpp"
#include "client/ui/paint/layout.hpp"

namespace casustafel::ui {

struct Input {
    Point mouse{-1, -1};  // logical pixels; (-1, -1) when it is outside
    bool pressed = false, released = false, held = false;  // the left button
    int clicks = 0;                                        // 2 for a double click, with `pressed`
    float wheel = 0;                                       // notches, positive is up
    std::vector<Stroke> strokes;  // keys and typed text, in the order they came
    double seconds = 0;           // since some moment in the past; never runs back
};

}  // namespace casustafel::ui
