#pragma once
// The ids that stand in what happens: injects, decisions, powers, interventions, consequences,
// endings and the frame around play. lint_references.cpp asks this for its part.
#include "server/scenario/lint/lists.hpp"

namespace casustafel::scenario {

// Reports each id that is named there and does not exist.
void check_happenings(References&, const Lists&, const Draft&);

}  // namespace casustafel::scenario
