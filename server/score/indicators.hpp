#pragma once
// The formulas of README.md, one function each, all over one Reading of the session.
// They give value, number of opportunities and evidence; what is too little to say is decided
// afterwards.
#include "server/score/needs.hpp"
#include "server/score/questions.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// Everything the formulas look at. Pointers lead into scenario, norms and ledger, which must
// outlive it.
struct Reading {
    const core::Scenario& scenario;
    const Ledger& ledger;
    Holdings holdings;
    std::vector<Pair> pairs;
    std::vector<Question> questions;
};

// Reads one session, or one without an event.
Reading reading(const core::Scenario&, const Ledger&, const std::vector<Norm>&);

// Whether what this role did at `place`, or left undone at that moment, belongs to the scope. Only
// the scope of one participant asks who sat there then.
bool covers(const Reading&, const Scope&, const core::RoleId&, const Place& place);
bool covers(const Reading&, const Scope&, const core::RoleId&, std::int64_t sim_ms);

// Whether an autopilot or stand-in played the role for most of the time.
bool is_mostly_stand_in(const Reading&, const core::RoleId&);

// The table of a role; empty when there is no such role.
const core::TableId& table_of(const core::Scenario&, const core::RoleId&);

// The one table at which all original holders of the item sit; nullptr when they sit at several.
const core::TableId* home(const core::Scenario&, const core::Item&);

// S1: unique information that reached somebody who needed it in time. Team and table (of the
// holders).
Indicator unique_information(const Reading&, const Scope&);
// S2: needs that were met. All levels.
Indicator needs_met(const Reading&, const Scope&);
// S3: how much in time what came was. Team and table (of the giver).
Indicator in_time(const Reading&, const Scope&);
// S4: no more, and to nobody else, than allowed and needed. All levels, of the giver.
Indicator careful_boundary(const Reading&, const Scope&);
// S5: right basis, purpose and form. All levels, of the giver.
Indicator basis_and_form(const Reading&, const Scope&);
// S6: facts and assumptions told apart. Team and table.
Indicator fact_or_assumption(const Reading&, const Scope&);
// C1: requests answered well and in time. All levels, of the role asked.
Indicator requests_answered(const Reading&, const Scope&);
// C2: the right ones asked, and no need left unasked. All levels, of the role asking.
Indicator asked_well(const Reading&, const Scope&);
// C3: information over the bridge, both ways. Team; on table level what the table sent out.
Indicator bridge(const Reading&, const Scope&);
// C3's part of each role: source whole, relayer half.
std::vector<BridgeCredit> bridge_credits(const Reading&);
// C4: giving and getting in balance, per role. Team.
Indicator reciprocity(const Reading&);
// C5: decisions that rested on what could be known. Team and table (of the decision).
std::vector<DecisionCard> decision_cards(const Reading&);
Indicator informed_decisions(const Reading&, const Scope&, const std::vector<DecisionCard>&);
// C6: the same picture, and the right one, and a plan that can be carried. Team. The plan half says
// nothing when it has fewer than `minimum` opportunities.
std::vector<PictureCard> picture_cards(const Reading&);
std::vector<ActionCard> action_cards(const Reading&);
Indicator shared_picture_and_plan(const Reading&, const std::vector<PictureCard>&,
                                  const std::vector<ActionCard>&, int minimum);
// What the case began in the plan and nobody took up.
std::vector<core::EntityId> untouched_actions(const Reading&);
// What the handover notes passed on; no indicator.
std::vector<Handover> handovers(const Reading&);

// 100 · part / whole; nothing when there is nothing to divide by.
std::optional<double> percentage(double part, double whole);

}  // namespace casustafel::score
