#pragma once
// One session as the formulas see it: who held what when, what became of every need, and what
// became of every request. All indicators read this one review, so that no two of them judge the
// same thing differently. It gives no numbers of its own.
#include "server/score/needs.hpp"
#include "server/score/questions.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// Everything the formulas look at. Its pointers lead into scenario, norms, topics and ledger, which
// must outlive it.
struct Review {
    const core::Scenario& scenario;
    const Ledger& ledger;
    Holdings holdings;
    std::vector<Pair> pairs;
    std::vector<Question> questions;
    bool tells = true;  // false: only numbers are asked for, nobody reads what they rest on
};

// Reviews a session.
Review review_of(const core::Scenario&, const Ledger&, const std::vector<Norm>&,
                 const std::vector<Topic>&);

// Says whether what this role did at `place`, or left undone at that moment, belongs to the scope.
// Only the scope of one participant asks who sat there then.
bool covers(const Review&, const Scope&, const core::RoleId&, const Place& place);
bool covers(const Review&, const Scope&, const core::RoleId&, std::int64_t sim_ms);

// Says whether an autopilot or stand-in played the role for most of the time.
bool is_mostly_stand_in(const Review&, const core::RoleId&);

// Gives 100 · part / whole, and nothing when there is nothing to divide by.
std::optional<double> percentage(double part, double whole);

}  // namespace casustafel::score
