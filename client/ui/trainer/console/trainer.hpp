#pragma once
// The trainer's console: clock and pace on top, seats left, what happens in the middle, injects and
// what stalls right; and the desk with all sessions when none is chosen yet.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_trainer(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
