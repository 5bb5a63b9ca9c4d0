#pragma once
// The other ways in: back with a re-entry code, another server, or the trainer's desk.
#include "client/ui/lobby.hpp"

namespace casustafel::ui {

// Call while `state.other_ways`.
void draw_join_dialog(Panel& panel, LobbyState& state);

}  // namespace casustafel::ui
