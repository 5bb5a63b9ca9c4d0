#pragma once
// Who has which item, in which form, opened or not: by role, and searchable.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

// The parts, each in what is left of the dialog.
void draw_holdings(Panel& panel, Rect area, OverviewState& state);

}  // namespace casustafel::ui
