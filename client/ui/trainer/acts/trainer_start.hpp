#pragma once
// Starting the session. When seats are empty at a table where others sit, it is asked first who
// plays them, since nobody would answer there.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Starts, or asks first when seats are empty at a table where others sit.
void ask_to_start(Panel& panel, TrainerState& state);
// Call while `state.start_asked`.
void draw_start_question(Panel& panel, TrainerState& state);

}  // namespace casustafel::ui
