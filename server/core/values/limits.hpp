#pragma once
// Limits that no single family has; what play could grow without end has its limit in the header of
// its family. Reaching one is Rejection::too_much.
#include <cstddef>

namespace casustafel::core::limits {

inline constexpr std::size_t events_per_instant = 1'000;  // bounds a cascade of due events
inline constexpr long long pending_window_ms =
    10'000;  // active time in which an inject or decision can be taken back

}  // namespace casustafel::core::limits
