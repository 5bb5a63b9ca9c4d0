#pragma once
// The screen of somebody whom a trainer lets look on: the table as one role has it, under a strip
// that says whose eyes these are and how long ago it was; nothing can be done there but looking
// through the eyes of another role of the grant. Until there is something old enough to be shown,
// and before the case runs, it says what is waited for.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// `table` is of the role looked through, or of nobody.
void draw_looking_on(Panel& panel, TableState& table);

}  // namespace casustafel::ui
