#pragma once
// The client's limits. Reaching one refuses; nothing grows.
#include <cstddef>

namespace casustafel::model::limits {

inline constexpr std::size_t others_acts_kept = 100;  // of the other trainers

// Acts said or kept and not yet answered. All of them are said at once after a return, so they must
// stay well under what the server lets one connection say in a burst.
inline constexpr std::size_t waiting_acts = 50;
inline constexpr std::size_t waiting_resumes = 5;  // beyond those, for a trainer's resuming

// What is typed and not yet sent.
inline constexpr std::size_t drafts_of_a_view = 50;
inline constexpr std::size_t draft_bytes = 16'384;

}  // namespace casustafel::model::limits
