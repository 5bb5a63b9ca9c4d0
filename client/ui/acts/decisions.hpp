#pragma once
// The decisions this role can see: which are open, what they came to, and the dialog in which one
// is proposed or taken with what it rests on. It never says which choice is the right one.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The list, for the dock.
void draw_decisions(Panel& panel, Rect area, DecisionState& state);
// Still to be taken.
bool is_free(const v1::Decision& decision);
// The height of a row of `draw_decisions`.
float decision_row_height(const Panel& panel);
// How many still have to be taken by this role.
int decisions_to_take(const Panel& panel);

extern const DraftKind decision_drafts;

}  // namespace casustafel::ui
