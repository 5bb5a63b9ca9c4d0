#pragma once
// The role swap: first everybody writes what the next person in their seat must know, then
// everybody reads the card, dossier and note of the seat they come into. The case's time stands
// still.
#include "client/ui/panel.hpp"
#include "client/ui/table_state.hpp"

namespace casustafel::ui {

// Draws the whole screen while a swap is under way.
void draw_swap(Panel& panel, TableState& state);

}  // namespace casustafel::ui
