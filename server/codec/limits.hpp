#pragma once
// How much one command may say. A typed text over its limit is refused (`text_too_long`) and the
// connection stays; ids and counts are made by programs, so over their limit the frame is
// malformed.
#include <cstddef>

namespace casustafel::codec::limits {

// In characters (Unicode code points).
inline constexpr std::size_t message_characters = 2'000;
inline constexpr std::size_t share_text_characters = 2'000;
inline constexpr std::size_t request_text_characters = 500;
inline constexpr std::size_t answer_text_characters = 500;
inline constexpr std::size_t triage_reason_characters = 500;
inline constexpr std::size_t weighing_field_characters = 1'000;
inline constexpr std::size_t inject_title_characters = 120;
inline constexpr std::size_t inject_text_characters = 2'000;
inline constexpr std::size_t name_characters = 40;

inline constexpr std::size_t id_bytes = 64;
inline constexpr std::size_t addressees = 64;

}  // namespace casustafel::codec::limits
