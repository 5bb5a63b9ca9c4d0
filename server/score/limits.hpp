#pragma once
// The limits of the score, and the named times of its formulas (README.md).
#include <cstddef>
#include <cstdint>

namespace casustafel::score::limits {

inline constexpr std::size_t dropped_events = 400;  // ranges try at most this many single events

}  // namespace casustafel::score::limits

namespace casustafel::score {

inline constexpr std::int64_t minute_ms = 60'000;
inline constexpr std::int64_t before_decision_ms = 60 * minute_ms;  // a need without `by`
inline constexpr std::int64_t revision_time_ms = 15 * minute_ms;    // S6: to take a refutation in
inline constexpr std::size_t broadcast_from = 3;                    // addressees
inline constexpr std::size_t picture_from = 3;                      // C6: answers to a question

}  // namespace casustafel::score
