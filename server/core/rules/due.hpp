#pragma once
// What the clock brings by itself: terms, deadlines, injects and consequences that come due. A host
// lets it all happen before each command.
#include <cstdint>
#include <optional>
#include <vector>

#include "server/core/families/event.hpp"
#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"

namespace casustafel::core {

// One instant at which the clock brings something, and what it brings.
struct Due {
    Stamp stamp;
    std::vector<Event> events;
};

// The earliest real_ms at which something is due; nothing while the clock stands still or at the
// end.
std::optional<std::int64_t> next_due(const State&);

// Whether this record, which brought `after` about, leaves what `next_due` says as it was.
bool leave_due(const State& after, const Record&);

// The events of the earliest single instant at or before `real_ms`; nothing when none is due by
// then. Conditions are re-evaluated by calling again after `apply`.
std::optional<Due> due(const State&, std::int64_t real_ms);

}  // namespace casustafel::core
