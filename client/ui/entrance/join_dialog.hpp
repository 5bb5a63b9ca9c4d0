#pragma once
// The other ways in: back with a re-entry code, another server, or the trainer's desk.
#include "client/ui/entrance/lobby.hpp"

namespace casustafel::ui {

enum Way : int { by_reentry_code, to_server, as_trainer };

// Opens the dialog at this way, with what went wrong there; empty: nothing did.
void open_other_way(LobbyState& state, Way way, std::string error = {});

// Call while `state.other_ways`.
void draw_join_dialog(Panel& panel, LobbyState& state);

}  // namespace casustafel::ui
