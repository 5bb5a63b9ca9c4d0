#pragma once
// The limits of a Results frame: how much evidence travels. Beyond it the report tells the rest.
#include <cstddef>

namespace casustafel::results::limits {

inline constexpr std::size_t evidence_lines = 150;  // per indicator
inline constexpr std::size_t flags = 100;
inline constexpr std::size_t left_out = 100;

}  // namespace casustafel::results::limits
