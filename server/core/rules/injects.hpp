#pragma once
// Inside core only. What other families and the clock ask of the injects.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Adds that this inject takes effect, and what comes with it: items to their
// original holders, changed facts, changed tracks, scripted questions and actions. Adds nothing
// when it took effect before.
void add_inject_effects(std::vector<Event>&, const State&, const InjectId&, std::int64_t sim_ms);

}  // namespace casustafel::core
