#pragma once
// The formulas of README.md, one function for each. They give a value, the number of opportunities
// and the evidence; score.cpp decides afterwards what is too little to say.
#include "server/score/review.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// S1: unique information reached somebody who needed it in time. Has a value for the team and for
// each table (that of the holders).
Indicator unique_information(const Review&, const Scope&);
// S2: needs were met. Has a value on all levels.
Indicator needs_met(const Review&, const Scope&);
// S3: what came, came in time. Has a value for the team and for each table (that of the giver).
Indicator in_time(const Review&, const Scope&);
// S4: no more was given, and to nobody else, than is allowed and needed. Has a value on all levels,
// for the giver.
Indicator careful_boundary(const Review&, const Scope&);
// S5: basis, purpose and form were right. Has a value on all levels, for the giver.
Indicator basis_and_form(const Review&, const Scope&);
// S6: facts and assumptions were told apart. Has a value for the team and for each table.
Indicator fact_or_assumption(const Review&, const Scope&);
// C1: requests were answered well and in time. Has a value on all levels, for the role asked.
Indicator requests_answered(const Review&, const Scope&);
// C2: the right roles were asked, and no need was left unasked. Has a value on all levels, for the
// role that asked.
Indicator asked_well(const Review&, const Scope&);
// C3: information crossed the bridge both ways. Has a value for the team; for a table it shows what
// the table sent out.
Indicator bridge(const Review&, const Scope&);
// Gives each role's part in C3: the source counts whole, who passed it on counts half.
std::vector<BridgeCredit> bridge_credits(const Review&);
// C4: roles gave and got in balance. Has a value for the team.
Indicator reciprocity(const Review&);
// C5: decisions rested on what could be known. Has a value for the team and for each table (that of
// the decision).
std::vector<DecisionCard> decision_cards(const Review&);
Indicator informed_decisions(const Review&, const Scope&, const std::vector<DecisionCard>&);
// C6: the group had the same picture, and the right one, and a plan that can be carried. Has a
// value for the team. The plan half has none with fewer than `minimum` opportunities.
std::vector<PictureCard> picture_cards(const Review&);
std::vector<ActionCard> action_cards(const Review&);
Indicator shared_picture_and_plan(const Review&, const std::vector<PictureCard>&,
                                  const std::vector<ActionCard>&, int minimum);
// Gives the actions that the case began in the plan and nobody took up.
std::vector<core::EntityId> untouched_actions(const Review&);

}  // namespace casustafel::score
