#pragma once
// Inside core only. What other families and the clock ask of the probes.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Whether a probe is open and everybody that it waits for has answered.
bool is_probe_awaited_no_longer(const State&);

// The probe opens; the closing of the open one, with what was right.
ProbeOpened opening(const Probe&, std::int64_t active_ms);
std::vector<Event> closing_of_probe(const State&);

// What was right of what was predicted, now that all is over.
std::vector<Event> judged_predictions(const State&);

}  // namespace casustafel::core
