#pragma once
// The end for a participant: calm, with how the case ended, what one did oneself and the way to
// look back. No scores: those open with the debrief.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct EndState {
    bool looking_back = false;
    BarState bar;
};

void draw_end(Panel& panel, EndState& state, TableState& table);

}  // namespace casustafel::ui
