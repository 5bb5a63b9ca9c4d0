#pragma once
// The functional core: what may happen, and what it does. `decide` is the only place that says no;
// `apply` is the only writer of State; `due` is what the clock brings. All pure and deterministic,
// with no I/O, wall clock, thread or randomness. Each family of commands has its own rules_*.cpp.
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "server/core/command.hpp"
#include "server/core/event.hpp"
#include "server/core/record.hpp"
#include "server/core/rejection.hpp"
#include "server/core/state.hpp"

namespace casustafel::core {

// State before the first record.
State initial(const Scenario&);

// What the host adds to a command: the instant and an id for the one thing the command may make.
struct Circumstances {
    std::int64_t real_ms = 0;
    EntityId fresh = EntityId::none;
};

using Outcome = std::variant<std::vector<Event>, Rejection>;

// The events of this command now, or why not. Everything due at or before `real_ms` must have been
// applied (asserted). After the end everything is session_ended, whoever asks; then it is looked at
// who asks, then at the moment, and last at what is asked. Never empty events: what changes nothing
// is Rejection::already_so.
Outcome decide(const State&, const Actor&, const Command&, const Circumstances&);

// Takes one record's events into State. Total: a recorded event always applies.
void apply(State&, const Record&);

// One instant at which the clock brings something, and what it brings.
struct Due {
    Stamp stamp;
    std::vector<Event> events;
};

// The earliest real_ms at which something is due; nothing while the clock stands still or at the
// end.
std::optional<std::int64_t> next_due(const State&);

// The events of the earliest single instant at or before `real_ms`; nothing when none is due by
// then. Conditions are re-evaluated by calling again after `apply`.
std::optional<Due> due(const State&, std::int64_t real_ms);

}  // namespace casustafel::core
