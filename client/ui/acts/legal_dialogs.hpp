#pragma once
// The legal steps of the table: recording how one weighed a duty of silence, putting the case up
// for triage and accepting it.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Call while `state.item` is set.
void draw_weighing_dialog(Panel& panel, WeighingState& state);
// Call while `state.open`.
void draw_triage_dialog(Panel& panel, TriageState& state);
// Call while `state.accepting`.
void draw_accept_question(Panel& panel, TriageState& state);

extern const DraftKind weighing_drafts, triage_drafts;

}  // namespace casustafel::ui
