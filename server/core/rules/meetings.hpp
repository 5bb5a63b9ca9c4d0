#pragma once
// Inside core only. What other families ask of the meetings.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// The events by which a role gets up from every meeting it is in, in scenario
// order; none when it is in none. For whoever gives the role up.
std::vector<Event> leaving_events(const State&, const RoleId&);

}  // namespace casustafel::core
