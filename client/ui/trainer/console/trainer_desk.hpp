#pragma once
// The desk: the sessions on this server and the cases one can set up.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_desk(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
