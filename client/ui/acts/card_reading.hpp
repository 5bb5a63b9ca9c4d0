#pragma once
// A card to read, and to say something about.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

void draw_card_reading(Panel& panel, BoardsState& state);

}  // namespace casustafel::ui
