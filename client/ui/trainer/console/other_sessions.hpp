#pragma once
// The other sessions of a trainer who leads several side by side: what cannot wait in one of them
// is told in the one that is open, with the way there.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Keeps listening to the list of sessions while one is open.
void keep_listening(Panel& panel, TrainerState& state);
// Cuts a strip off the top of the screen while somebody calls in another session.
void draw_calls_elsewhere(Panel& panel, Rect& screen, TrainerState& state);

}  // namespace casustafel::ui
