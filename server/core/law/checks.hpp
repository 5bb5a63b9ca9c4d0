#pragma once
// Inside core only: the questions that consequences, injects and endings ask. They are answered on
// State as it is at the instant at which the thing comes due, never earlier; the answer is recorded
// in the event, so nothing is asked twice. Nobody but the trainer and the report hears of them.
#include <vector>

#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

// Whether the check holds now, its negation counted. A decision counts once it took effect.
bool holds(const State&, const Check&);

// Whether every one of them holds now; true when there are none.
bool all_hold(const State&, const std::vector<Check>&);

}  // namespace casustafel::core
