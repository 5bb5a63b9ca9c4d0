#pragma once
// What one fills in to come in: the code, a name and the notice about data, with the button that
// takes the seat and what is still missing before it.
#include <string>

#include "client/ui/entrance/lobby.hpp"

namespace casustafel::ui {

// This person has a place in the session already.
bool inside(const Panel& panel);
// What is known is of the code that stands in the field.
bool code_found(const Panel& panel, const LobbyState& state);
// The code is right, and there is nothing left to join.
bool is_over(const Panel& panel, const LobbyState& state);
// Where the way back or a strip on top takes room, the gaps go first: all there is to fill in and
// to tick stays in sight.
bool tight(const Panel& panel, const LobbyState& state);
// Why nothing goes while there is no connection.
std::string no_connection(const Panel& panel);

// The parts that the narrow screen shows in two steps.
enum class FormPart : std::uint8_t { all, identity, notice };
void draw_fields(Panel& panel, Rect column, LobbyState& state, FormPart part);
// The main button with what is missing under it; 84 high.
void draw_take_seat(Panel& panel, Rect area, LobbyState& state);
// The other ways in, and how it works.
void draw_help_line(Panel& panel, Rect row, LobbyState& state);
// All of it, for a screen with room.
void draw_form(Panel& panel, Rect column, LobbyState& state);

}  // namespace casustafel::ui
