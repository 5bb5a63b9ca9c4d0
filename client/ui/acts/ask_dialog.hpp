#pragma once
// Asking others for information: whom, about whom, about what, and why.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Opens the dialog; `item` is what it is about (nullptr: nothing in particular).
void open_ask(Panel& panel, AskState& state, const v1::Item* item);
// Call while `state.open`.
void draw_ask_dialog(Panel& panel, AskState& state);
// Puts a refused question back in the dialog.
void restore_ask(AskState& state, const v1::AskForInformation& ask);

}  // namespace casustafel::ui
