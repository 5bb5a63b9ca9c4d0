#pragma once
// The formats of a log that this build reads and the one it writes. A change of meaning in
// log.proto raises `log_format` and ships an upgrade.
#include <cstdint>

#include "server/core/families/state.hpp"

namespace casustafel::codec {

// 4: decided by the second edition of the rules; it reads as 3 does. 3: prompts, corrections and
// what was heard aloud; 2: seats, swap, decisions, plan. Each changed State and so its digests.
// Nothing of formats 1 and 2 was ever released, so they have no upgrade and are refused.
inline constexpr std::uint32_t oldest_log_format = 3;
inline constexpr std::uint32_t log_format = 4;

// The rules by which a log of this format was decided.
inline core::Edition edition_of(std::uint32_t format) {
    return format < 4 ? core::Edition::first : core::Edition::second;
}

}  // namespace casustafel::codec
