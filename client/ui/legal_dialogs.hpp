#pragma once
// The two legal steps of the table: recording how one weighed a duty of silence, and putting the
// case up for triage.
#include "client/ui/panel.hpp"
#include "client/ui/table_state.hpp"

namespace casustafel::ui {

// Call while `state.item` is set.
void draw_weighing_dialog(Panel& panel, WeighingState& state);
// Call while `state.open`.
void draw_triage_dialog(Panel& panel, TriageState& state);

}  // namespace casustafel::ui
