#pragma once
// Going on without computers for a while: the page for it, and how what was done on paper is
// entered afterwards.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// Call while `state.open`.
void draw_paper(Panel& panel, PaperState& state);

}  // namespace casustafel::ui
