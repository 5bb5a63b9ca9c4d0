#pragma once
// The screen for the whole room: where to join and with which code, the clock, the round, whether
// it runs, pauses or swaps, and how many seats are taken. It is drawn from what the lobby may see,
// so there is no secret it could show, and it names nobody. It fills the window with a few large
// words, whatever the window's size, so that the back of a room can read it.
#include <cstdint>
#include <string>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct ProjectorState {
    bool on = false;      // this window is a projector
    std::string address;  // where people join
    // The text key of why there is nothing to show; empty: there is, or it is being looked up.
    std::string error;
};

// The scale at which this window holds the projector's words, in quarters.
float projector_scale(float width_px, float height_px);

void draw_projector(Panel& panel, ProjectorState& state);

}  // namespace casustafel::ui
