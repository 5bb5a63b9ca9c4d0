#pragma once
// Calling the trainer: what it is about may be said, and need not. Only the trainer sees it.
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Call while `state.help.open` is Help::call.
void draw_call_dialog(Panel& panel, BarState& state);
// Call while it is Help::pause.
void draw_pause_question(Panel& panel, BarState& state);

}  // namespace casustafel::ui
