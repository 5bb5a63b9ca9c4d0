#pragma once
// What the trainer sent to everybody or some, and what it whispered to this role alone.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

std::size_t told_count(const Panel& panel);
void draw_told(Panel& panel, Rect area, TalkState& state);

}  // namespace casustafel::ui
