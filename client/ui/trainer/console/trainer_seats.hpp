#pragma once
// Who sits where, connected or not, with what waits for them, how busy they were in the last ten
// minutes, and what they did last. During a swap: who is ready.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_trainer_seats(Panel& panel, Rect area, TrainerState& state,
                        const std::vector<Happening>& happened);

}  // namespace casustafel::ui
