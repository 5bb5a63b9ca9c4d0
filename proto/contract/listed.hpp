#pragma once
// What a list of exercises says instead of the phase of one whose log is not what was written. A
// program that does not know these words shows them as they are and can do nothing with them.
#include <string_view>

namespace casustafel::contract {

// Nobody gets in until whoever runs the server saves it.
inline constexpr std::string_view damaged_phase = "damaged";
// Nobody gets in; what still stood goes on as an exercise of its own, which is in the list too.
inline constexpr std::string_view salvaged_phase = "salvaged";

// A trainer put it away; nobody gets in until one takes it back.
inline constexpr std::string_view archived_phase = "archived";

// It went on as another session from an earlier moment: what it has can be read, and nothing comes
// to it any more.
inline constexpr std::string_view continued_phase = "continued";

inline bool is_shut(std::string_view phase) {
    return phase == damaged_phase || phase == salvaged_phase || phase == archived_phase;
}

}  // namespace casustafel::contract
