#pragma once
// Inside core only. What other families ask of the lobby and the clock.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// The clocks go on, or stand still, from this record.
void anchor(State&, const Record&);

// These events, and with them what ends the waiting when they leave nobody to
// wait for: the next stage of a swap, the closing of a prompt.
std::vector<Event> going_on(const State&, const Stamp&, std::vector<Event>);

}  // namespace casustafel::core
