#pragma once
// What stands above the words of a meeting: its phase, who is there and hears what is said, and the
// way in or out.
#include "client/ui/panel.hpp"

namespace casustafel::ui {

// Returns the height used.
float draw_meeting_head(Panel& panel, Rect area, const v1::Meeting& meeting);

}  // namespace casustafel::ui
