#pragma once
// The steps to a swap: the pairs that the case lays down, or pairs of the trainer's own.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Call while `state.swap.open`.
void draw_swap_wizard(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
