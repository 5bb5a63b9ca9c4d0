#pragma once
// Inside core only. How items come into being for who holds all their parts.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// The events by which items come into being for who holds all their parts
// once `events` have happened.
void add_emergences(std::vector<Event>& events, const State&);

}  // namespace casustafel::core
