#pragma once
// Why somebody did not get what was asked for, and why a line was closed: the reasons of
// words.proto.
#include <cstdint>
#include <optional>

#include "proto/contract/lists.hpp"

namespace casustafel::contract {

inline constexpr std::uint16_t first_close_code = 4000;

constexpr std::uint16_t close_code(CloseReason reason) {
    return static_cast<std::uint16_t>(first_close_code + static_cast<std::uint16_t>(reason));
}

// The reason that the server gave with this code; nothing for a code that is none of its own.
constexpr std::optional<CloseReason> reason_of_close_code(std::uint16_t code) {
    if (code < first_close_code || code > close_code(CloseReason::sent_away)) return std::nullopt;
    return static_cast<CloseReason>(code - first_close_code);
}

}  // namespace casustafel::contract
