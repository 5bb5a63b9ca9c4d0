#pragma once
// The protocol versions this build speaks. A change of meaning in command.proto, view.proto or
// envelope.proto raises `newest_version`; Welcome says which one both sides speak, and a client
// without one in common is closed with wrong_version.
#include <algorithm>
#include <cstdint>
#include <optional>

namespace casustafel::contract {

inline constexpr std::uint32_t oldest_version = 1;
inline constexpr std::uint32_t newest_version = 1;

// The newest version that both speak, or nothing when the ranges do not meet.
constexpr std::optional<std::uint32_t> common_version(std::uint32_t oldest, std::uint32_t newest) {
    const std::uint32_t version = std::min(newest, newest_version);
    if (oldest > newest || version < oldest || version < oldest_version) return std::nullopt;
    return version;
}

}  // namespace casustafel::contract
