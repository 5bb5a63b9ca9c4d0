#pragma once
// One session as the formulas see it: who held what when, what became of every need, and what
// became of every request. All indicators read this one review, so that no two of them judge the
// same thing differently. It gives no numbers of its own.
#include "server/score/needs.hpp"
#include "server/score/questions.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// Everything the formulas look at. Its pointers lead into scenario, norms and ledger, which must
// outlive it.
struct Review {
    const core::Scenario& scenario;
    const Ledger& ledger;
    Holdings holdings;
    std::vector<Pair> pairs;
    std::vector<Question> questions;
};

// Reviews a session, whole or without one event.
Review review_of(const core::Scenario&, const Ledger&, const std::vector<Norm>&);

// Says whether what this role did at `place`, or left undone at that moment, belongs to the scope.
// Only the scope of one participant asks who sat there then.
bool covers(const Review&, const Scope&, const core::RoleId&, const Place& place);
bool covers(const Review&, const Scope&, const core::RoleId&, std::int64_t sim_ms);

// Says whether an autopilot or stand-in played the role for most of the time.
bool is_mostly_stand_in(const Review&, const core::RoleId&);

// Gives the table of a role, and an empty id when there is no such role.
const core::TableId& table_of(const core::Scenario&, const core::RoleId&);

// Gives the one table at which all original holders of the item sit, or nullptr when they sit at
// several.
const core::TableId* home(const core::Scenario&, const core::Item&);

// Gives 100 · part / whole, and nothing when there is nothing to divide by.
std::optional<double> percentage(double part, double whole);

}  // namespace casustafel::score
