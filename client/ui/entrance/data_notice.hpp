#pragma once
// What is kept of a participant and for how long, with the tick that it was read, and whether this
// computer is shared. It is shown before anything is sent.
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Returns the height used; `read` turns when the person ticks it. `tight`: with small gaps.
float draw_data_notice(Panel& panel, Rect area, bool& read, bool tight = false);

}  // namespace casustafel::ui
