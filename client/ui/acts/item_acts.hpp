#pragma once
// The steps one takes before or beside sharing an item: ask the authority's agreement, the person's
// consent or the privacy officer, tell the person concerned, or note a gut feeling.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The button that drops the list of steps; cut off the left of the row.
void draw_more_acts(Panel& panel, Rect& row, const v1::Item& item, ItemActs& state);
// The steps that a letter opens.
std::vector<KeyLine> item_act_letters();
// The dialog; call while `state.now.kind` is not empty.
void draw_item_act_dialog(Panel& panel, ItemActs& state);

// The step that is offered while sharing too.
inline constexpr std::string_view privacy_step = "privacy";

// Opens one of the steps about this item, with what was begun before.
void open_item_act(ItemActs& state, std::string_view kind, const std::string& item);
// Keeps what was begun, so that it is there when the step is opened again.
void keep_item_act(ItemActs& state, const ItemActState& act);

extern const DraftKind item_act_drafts;

}  // namespace casustafel::ui
