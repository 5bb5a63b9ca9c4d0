#pragma once
// Going on from an earlier moment: what that means, and from where: the start of a round, a marked
// moment, a time, or just before an exercise was ended that should not have been.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Call while `state.open`.
void draw_restart(Panel& panel, RestartState& state);

}  // namespace casustafel::ui
