#pragma once
// The dialog in which a decision is proposed or taken, with what it rests on. It never says which
// choice is the right one, and asks nothing that the decision does not need.
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The dialog; call while `state.open` is not empty.
void draw_decision_dialog(Panel& panel, DecisionState& state);

// What a draft says as a proposal for this decision.
v1::ProposeDecision proposal_of(const std::string& decision, const DecisionDraft& draft);

}  // namespace casustafel::ui
