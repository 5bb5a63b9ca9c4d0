#pragma once
// The dialog in which an action of the plan is written or changed: what, by whom, before when, on
// which items it rests, and who has to agree. A draft stays when it is closed without sending.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The dialog; call while `state.open`.
void draw_action_dialog(Panel& panel, PlanState& state);

}  // namespace casustafel::ui
