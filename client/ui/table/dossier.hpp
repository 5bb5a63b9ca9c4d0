#pragma once
// What this role knows, as a list: its own items and what others shared, with what is new marked.
// Choosing one opens it in full and tells the server that it was read.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

void draw_dossier(Panel& panel, Rect area, DossierState& state);

// Chooses an item: it is shown in full and counts as read.
void open_item(Panel& panel, DossierState& state, const std::string& id);

}  // namespace casustafel::ui
