#pragma once
// The dialog in which a card is written or changed.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

void draw_card_dialog(Panel& panel, BoardsState& state);

}  // namespace casustafel::ui
