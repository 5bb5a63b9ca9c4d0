#pragma once
// The steps one takes before or beside sharing an item: ask the authority's agreement, the person's
// consent or the privacy officer, tell the person concerned, or note a gut feeling.
#include "client/ui/panel.hpp"
#include "client/ui/table_state.hpp"

namespace casustafel::ui {

// The button that drops the list of steps; cut off the left of the row.
void draw_more_acts(Panel& panel, Rect& row, const v1::Item& item, ItemActState& state);
// The dialog; call while `state.kind` is not none.
void draw_item_act_dialog(Panel& panel, ItemActState& state);

}  // namespace casustafel::ui
