#pragma once
// What participants asked outside the tables, for who plays along: until the case's own answer
// comes, a trainer may answer by hand.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// How high the list of what waits for an answer is; 0: nothing does.
float inquiries_height(const Panel& panel);
void draw_inquiries(Panel& panel, Rect area, TrainerState& state);
// Call while `state.inquiry` is not 0.
void draw_inquiry_to_answer(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
