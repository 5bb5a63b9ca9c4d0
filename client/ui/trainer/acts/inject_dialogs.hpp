#pragma once
// The text of an inject, and the one that a trainer writes: for whom first, then what happens.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Call while `state.improvising`.
void draw_improvise(Panel& panel, TrainerState& state);

// Call while `state.inject` is set.
void draw_inject_text(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
