#pragma once
// A server that cannot prove who it is: the choice is the person's, with what it rests on, and the
// safe one comes first.
#include "client/ui/entrance/lobby.hpp"

namespace casustafel::ui {

// Draws the question while there is one that was not answered yet.
void draw_certificate_question(Panel& panel, LobbyState& state);

}  // namespace casustafel::ui
