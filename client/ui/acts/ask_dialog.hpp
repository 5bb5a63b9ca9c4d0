#pragma once
// Asking others for information: whom, about whom, about what, and why.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Opens the dialog; `item` is what it is about (nullptr: nothing in particular).
void open_ask(Panel& panel, AskState& state, const v1::Item* item);
// Call while `state.open`.
void draw_ask_dialog(Panel& panel, AskState& state);

extern const DraftKind ask_drafts;

}  // namespace casustafel::ui
