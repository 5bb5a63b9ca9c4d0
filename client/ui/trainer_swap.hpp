#pragma once
// The trainer's side of the swap: start it with the case's pairs or with pairs of one's own, see
// how far everybody is, go on or call it off. And the calls for help, which stay until answered.
#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

// The button or, during a swap, how far it is with the way on; cut off the left of the row.
void draw_swap_control(Panel& panel, Rect& row, TrainerState& state);
// The wizard; call while `state.swap.open`.
void draw_swap_wizard(Panel& panel, TrainerState& state);
// Cuts a line per unanswered call for help off the top of the screen, at most two.
void draw_help_calls(Panel& panel, Rect& screen);

}  // namespace casustafel::ui
