#pragma once
// What happened, beside the table: one row for each moment, filtered by kind, role, item and
// meeting.
#include "client/ui/replay/replay.hpp"

namespace casustafel::ui {

// The moment that was chosen in this frame, or -1.
int draw_replay_list(Panel& panel, Rect area, ReplayState& state);

}  // namespace casustafel::ui
