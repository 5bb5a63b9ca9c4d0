#pragma once
// The words of the closed lists of the game. Both sides of the line and the scenario's files use
// them. They are made from words.proto, where another client reads them too.
#include <string_view>

#include "proto/contract/lists.hpp"

namespace casustafel::contract {

// In a list of exercises, instead of the phase: the server takes nothing in for now.
inline constexpr std::string_view held_phase = "held";

}  // namespace casustafel::contract
