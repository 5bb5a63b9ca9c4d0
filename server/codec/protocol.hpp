#pragma once
// The numbers both ends of a wire or a file must agree on. A change of meaning in command.proto,
// view.proto or envelope.proto raises `newest_version`; one in log.proto raises `log_format` and
// ships an upgrade.
#include <algorithm>
#include <cstdint>
#include <optional>

namespace casustafel::codec {

inline constexpr std::uint32_t oldest_version = 1;
inline constexpr std::uint32_t newest_version = 1;
// 3: probes, corrections and what was heard aloud; 2: seats, swap, decisions, plan. Each changed
// State and so its digests. Nothing of formats 1 and 2 was ever released, so they have no upgrade
// and are refused.
inline constexpr std::uint32_t oldest_log_format = 3;
inline constexpr std::uint32_t log_format = 3;

// The newest version that both speak, or nothing when the ranges do not meet.
constexpr std::optional<std::uint32_t> common_version(std::uint32_t oldest, std::uint32_t newest) {
    const std::uint32_t version = std::min(newest, newest_version);
    if (oldest > newest || version < oldest || version < oldest_version) return std::nullopt;
    return version;
}

}  // namespace casustafel::codec
