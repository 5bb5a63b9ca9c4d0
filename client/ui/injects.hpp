#pragma once
// Making something happen: the injects of the case with ten seconds to take one back, and an inject
// of one's own.
#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

void draw_injects(Panel& panel, Rect area, TrainerState& state);
// Call while `state.improvising`.
void draw_improvise(Panel& panel, TrainerState& state);
// Call while `state.inject` is set.
void draw_inject_text(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
