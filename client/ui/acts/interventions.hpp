#pragma once
// What only this role may do: its interventions, and the dialog in which one is used.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The list, for the dock.
void draw_interventions(Panel& panel, Rect area, InterventionState& state);
// The dialog; call while `state.open` is not empty.
void draw_intervention_dialog(Panel& panel, InterventionState& state);

// What was asked outside the tables and what was answered; call while `state.reading` is not 0.
void draw_inquiry(Panel& panel, InterventionState& state);
// The same words, cut from the top of a page.
void draw_inquiry_words(Panel& panel, Rect& body, const v1::Inquiry& inquiry);

extern const DraftKind intervention_drafts;

}  // namespace casustafel::ui
