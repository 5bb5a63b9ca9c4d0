#pragma once
// The plan of approach: its actions with lead, power, deadline and who confirmed, and the dialog in
// which one is written or changed.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The list, for the dock.
void draw_plan(Panel& panel, Rect area, PlanState& state);
// What stands above its rows, and how high one is.
float plan_head_height(const Panel& panel);
float plan_row_height(const Panel& panel);
// Opens the dialog on this action, or with nullptr on a new one.
void open_action(const Panel& panel, PlanState& state, const v1::Action* action);

extern const DraftKind action_drafts;

}  // namespace casustafel::ui
