#pragma once
// What happens at the tables, for the trainer: everything as it comes, latest on top, with a
// filter; shares with their verdicts. Participants never see any of this during play. Choosing a
// line opens the seat of who did it.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_feed(Panel& panel, Rect area, TrainerState& state,
               const std::vector<Happening>& happened);

}  // namespace casustafel::ui
