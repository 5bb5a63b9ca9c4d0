#pragma once
// The way back to the place one had when this program was closed or fell over: a card on top of the
// form of the lobby.
#include "client/ui/entrance/lobby.hpp"

namespace casustafel::ui {

// Returns the height used with the gap under it; nothing when there is no such place.
float draw_return(Panel& panel, Rect inner, LobbyState& state);

}  // namespace casustafel::ui
