#pragma once
// Those who look on, as a trainer invites them: who it is, whose eyes, how long ago; with which
// code each comes in, to be copied or read aloud; and the end of it.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/people_state.hpp"

namespace casustafel::ui {

// Call while `state.open`.
void draw_trainer_onlookers(Panel& panel, OnlookersState& state);

}  // namespace casustafel::ui
