#pragma once
// The strip at the foot of the table: decisions, plan and what only this role may do; what was
// shared by and with it, and who is who in the case. Folded it is one row of tabs.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Whether it is open: as the person left it, else open where there is room.
bool dock_is_open(const Panel& panel, const DockState& state);
// What it takes off the bottom of `column`: its tabs, and open what it has to show, but no more
// than leaves room for the rest.
float dock_height(Panel& panel, Rect column, const TableState& state);
void draw_dock(Panel& panel, Rect area, TableState& state);
// The two lists alone, for the narrow screen.
void draw_shares(Panel& panel, Rect area, DockState& state);
void draw_people(Panel& panel, Rect area, DockState& state);

}  // namespace casustafel::ui
