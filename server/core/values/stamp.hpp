#pragma once
// One instant on all three clocks. clock.hpp says how they run.
#include <cstdint>

#include "server/core/values/fields.hpp"

namespace casustafel::core {

// The three clocks at one instant (README.md §time).
struct Stamp {
    std::int64_t real_ms = 0;    // this session has been open, down time excluded
    std::int64_t active_ms = 0;  // real_ms minus pauses
    std::int64_t sim_ms = 0;     // the case's time
    DESCRIBED(Stamp, real_ms, active_ms, sim_ms);
};

}  // namespace casustafel::core
