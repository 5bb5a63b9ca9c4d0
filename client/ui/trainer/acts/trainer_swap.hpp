#pragma once
// Swapping seats as a trainer leads it: a few steps to begin one, and the control while it lasts.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// The button that opens the steps, or, during a swap, its stage with what the trainer can do; cut
// off the left of the row.
void draw_swap_control(Panel& panel, Rect& row, TrainerState& state);
// Whether to go on without those who are not ready; call while `state.swap.on_asked`.
void draw_swap_on_question(Panel& panel, TrainerState& state);
// Whether to call it off; call while `state.swap.off_asked`.
void draw_swap_off_question(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
