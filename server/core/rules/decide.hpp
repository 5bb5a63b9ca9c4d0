#pragma once
// The functional core: what may happen, and what it does. `decide` is the only place that says no;
// `apply` is the only writer of State; `due` is what the clock brings. All pure and deterministic,
// with no I/O, wall clock, thread or randomness. Each family of commands has its own file beside
// it.
#include <cstdint>

#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"
#include "server/core/rules/apply.hpp"
#include "server/core/rules/due.hpp"
#include "server/core/values/rejection.hpp"

namespace casustafel::core {

// What the host adds to a command: the instant and an id for the one thing the command may make.
struct Circumstances {
    std::int64_t real_ms = 0;
    EntityId fresh = EntityId::none;
};

// The events of this command now, or why not. Everything due at or before `real_ms` must have been
// applied; who keeps the time sees to it (hosting/session_log.hpp). After the end everything is
// session_ended, whoever asks; then it is looked at who asks, then at the moment, and last at what
// is asked. Never empty events: what changes nothing is Rejection::already_so.
Outcome decide(const State&, const Actor&, const Command&, const Circumstances&);

}  // namespace casustafel::core
