#pragma once
// A hand-made case for tests that need to know every instant: three roles, two segments of a minute
// and of half a minute with a night between them, both at 120 simulated milliseconds per real one.
//
//   A (table Z, accepts triage), B and C (table V) · meeting M of A and B · person P, item I-START
//   of A D0 09:00  the start        D0 10:00  I-LATER to B      D0 10:30  inject TIMED, deals
//   I-TIMED to C D0 11:00  the cut begins   D0 20:00  I-NIGHT to A      D1 09:00  next segment,
//   I-MORNING to A D1 10:00  the end          by hand   inject HAND: deals I-HAND to B, P becomes
//   acute
#include <cstdint>

#include "server/core/values/scenario.hpp"

namespace casustafel::support {

// Case time of a clock time, e.g. at(1, 9, 30) == D1 09:30.
constexpr std::int64_t at(std::int64_t day, std::int64_t hour, std::int64_t minute = 0) {
    return ((day * 24 + hour) * 60 + minute) * 60'000;
}

constexpr std::int64_t timed_case_rate = 120;  // simulated milliseconds per real one at speed 1

core::Scenario timed_case();

}  // namespace casustafel::support
