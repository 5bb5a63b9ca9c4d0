#pragma once
// One board with its cards in columns, over the screen.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

void draw_board(Panel& panel, BoardsState& state);

}  // namespace casustafel::ui
