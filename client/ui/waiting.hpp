#pragma once
// What asks this role for an answer: something said aloud that it should confirm, something it is
// said to have told aloud itself, and a question for its agreement; and what it waits for in turn.
// Each is a card with its buttons; nothing here vanishes by itself.
#include "client/ui/panel.hpp"
#include "client/ui/table_state.hpp"

namespace casustafel::ui {

// Cuts a card per open question off the top of `area`, at most three and no more than leave room
// for the rest of the screen; the others follow later.
void draw_waiting(Panel& panel, Rect& area, HeardState& heard);

}  // namespace casustafel::ui
