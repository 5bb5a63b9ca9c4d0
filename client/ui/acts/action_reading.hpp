#pragma once
// An action of the plan for who only looks on: everything it says, and nothing to change.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// An action for who only looks on (action_reading.cpp). Call while `state.reading` is one.
void draw_action_to_read(Panel& panel, PlanState& state);

}  // namespace casustafel::ui
