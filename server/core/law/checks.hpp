#pragma once
// The questions that consequences, injects and endings ask. They are answered on State as it is at
// the instant at which the thing comes due, never earlier; the answer is recorded in the event, so
// nothing is asked twice. Nobody but the trainer and the report hears of them. A kind of check is
// one row of the table: which keys go with it, and how it is answered.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::core {

// State at this time of the case.
struct CaseNow {
    const State& state;
    std::int64_t sim_ms = 0;
};

struct CheckRule {
    CheckKind kind;
    std::string_view needed, allowed;  // the keys that go with it, apart from kind and not
    bool (*is_so)(const CaseNow&, const Check&);
};

// The row of this kind.
const CheckRule& rule_of(CheckKind);

// Whether the check holds at this moment, its negation counted. A decision counts once it took
// effect.
bool holds(const CaseNow&, const Check&);

// Whether every one of them holds; true when there are none.
bool all_hold(const CaseNow&, const std::vector<Check>&);
// The same at the last moment that something happened.
bool all_hold(const State&, const std::vector<Check>&);

// When time alone makes all of them hold: the case time at which what they count from is long
// enough ago. Nothing when they do not look at time, or it has not begun to count.
std::optional<std::int64_t> when_time_has_passed(const State&, const std::vector<Check>&);

}  // namespace casustafel::core
