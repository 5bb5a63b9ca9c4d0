#pragma once
// The limits of a report: how much of a session one page tells.
#include <cstddef>

namespace casustafel::report::limits {

inline constexpr std::size_t story_sentences = 4'000;  // then the story says how many are left out
inline constexpr std::size_t evidence_lines = 500;     // per indicator
inline constexpr std::size_t titled_items = 6;       // in one sentence; more have their codes only
inline constexpr std::size_t listed_roles = 6;       // more are told by table
inline constexpr std::size_t whole_table_roles = 4;  // from so many on
inline constexpr std::size_t numbered_ties = 60;     // a picture with more has lines only
inline constexpr std::size_t wide_columns = 12;      // a matrix with more has short cells
inline constexpr std::size_t quoted_bytes = 600;     // of a text somebody typed

}  // namespace casustafel::report::limits
