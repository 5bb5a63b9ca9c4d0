#pragma once
// What happens at the tables, for the trainer: the events as they come, every share with its
// verdicts, and who has and read which item. Participants never see any of this during play.
#include "client/ui/happenings.hpp"
#include "client/ui/panel.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

void draw_feed(Panel& panel, Rect area, TrainerState& state,
               const std::vector<Happening>& happened);

}  // namespace casustafel::ui
