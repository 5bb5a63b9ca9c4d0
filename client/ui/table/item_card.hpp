#pragma once
// The chosen item in full, with what one can do with it: share, ask, mark, weigh.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Draws the card in `area`; the buttons stay at its foot when the text scrolls.
void draw_item_card(Panel& panel, Rect area, TableState& state);

// The letters that act on the chosen item, for the list of keys.
std::vector<KeyLine> item_letters();

}  // namespace casustafel::ui
