#pragma once
// The bar above the table: whose table it is, where its meeting stands, what falls due first, the
// clock, the connection and the menu. On the narrow screen the least of these give way.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

void draw_table_bar(Panel& panel, Rect area, TableState& state);
// Puts the case up for triage, or accepts it, when that was asked for in the bar or the menu.
void act_on_triage(Panel& panel, TableState& state);

}  // namespace casustafel::ui
