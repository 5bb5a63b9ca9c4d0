#pragma once
// The upper bar of the trainer: which session this is, through whose eyes one looks, and the menu.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_trainer_bar(Panel& panel, Rect area, TrainerState& state);

}  // namespace casustafel::ui
