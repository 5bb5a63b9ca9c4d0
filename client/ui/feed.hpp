#pragma once
// What happens at the tables, for the trainer: everything as it comes, latest on top, with a
// filter; shares with their verdicts. Participants never see any of this during play. Choosing a
// line opens the seat of who did it.
#include "client/ui/happenings.hpp"
#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

void draw_feed(Panel& panel, Rect area, TrainerState& state,
               const std::vector<Happening>& happened);

}  // namespace casustafel::ui
