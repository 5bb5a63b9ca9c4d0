#pragma once
// What was begun and not sent, by role, with the way back to each draft. A draft of an earlier role
// shows its title only until somebody unfolds it.
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// What was begun, by role; call while `state.open` is drafts.
void draw_drafts(Panel& panel, HelpState& state);

}  // namespace casustafel::ui
