#pragma once
// The formats of a log that this build reads and the one it writes. A change of meaning in
// log.proto raises `log_format` and ships an upgrade.
#include <cstdint>

namespace casustafel::codec {

// 3: probes, corrections and what was heard aloud; 2: seats, swap, decisions, plan. Each changed
// State and so its digests. Nothing of formats 1 and 2 was ever released, so they have no upgrade
// and are refused.
inline constexpr std::uint32_t oldest_log_format = 3;
inline constexpr std::uint32_t log_format = 3;

}  // namespace casustafel::codec
