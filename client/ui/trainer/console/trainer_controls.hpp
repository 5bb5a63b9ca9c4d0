#pragma once
// The trainer's two bars: which session this is and through whose eyes one looks; and the clock
// with the one big button, the pace, the round or the swap, and how far the meetings are. What has
// no room in a bar stands in the menu, so nothing is out of reach on a small screen.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_trainer_controls(Panel& panel, Rect row, TrainerState& state);
float height_of_controls(const Panel& panel);

}  // namespace casustafel::ui
