#pragma once
// The score as a trainer's screen gets it: the frame Results. A pure function over a scenario and a
// prefix of its log, so that it may run on any thread. It says what was found as text keys with
// typed arguments, names no participant, gives no position in the log, and judges nothing itself:
// every number comes from server/score.
#include <vector>

#include "casustafel/v1/results.pb.h"
#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"
#include "server/score/score.hpp"

namespace casustafel::results {

// What this log shows. Same scenario and log, same message.
v1::Results results(const core::Scenario&, const std::vector<core::Record>&);

// The same of a score that is already there; the records tell when roles were swapped.
v1::Results results(const core::Scenario&, const std::vector<core::Record>&, const score::Score&);

}  // namespace casustafel::results
