#pragma once
// The steps one takes before or beside sharing an item: ask the authority's agreement, the person's
// consent or the privacy officer, tell the person concerned, or note a gut feeling.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The button that drops the list of steps; cut off the left of the row.
void draw_more_acts(Panel& panel, Rect& row, const v1::Item& item, ItemActs& state);
// The dialog; call while `state.kind` is not none.
void draw_item_act_dialog(Panel& panel, ItemActs& state);

// Opens one of the steps about this item, with what was begun before.
void open_item_act(ItemActs& state, ItemActKind kind, const std::string& item);
// Keeps what was begun, so that it is there when the step is opened again.
void keep_item_act(ItemActs& state, const ItemActState& act);
// Puts back a step that was sent and refused.
void restore_item_act(ItemActs& state, const v1::Command& command);

}  // namespace casustafel::ui
