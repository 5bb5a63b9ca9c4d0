#pragma once
// What stands above the words of a meeting: its phase, who is there and hears what is said, and the
// way in or out.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Returns the height used.
float draw_meeting_head(Panel& panel, Rect area, const v1::Meeting& meeting, TalkState& state);

// The same folded to a button, cut off the right of the row: how many hear what one says, or the
// way in. `open` turns when it is used. It does without its words where less than `beside` would be
// left of the row.
void draw_meeting_toggle(Panel& panel, Rect& row, const v1::Meeting& meeting, bool& open,
                         float beside = 0);
// That button with who is there left of it: all of it in one line.
void draw_meeting_line(Panel& panel, Rect row, const v1::Meeting& meeting, bool& open);

}  // namespace casustafel::ui
