#pragma once
// How much one command may say. A typed text over its limit is refused (`text_too_long`) and the
// connection stays; ids and counts are made by programs, so over their limit the frame is
// malformed.
#include <cstddef>
#include <cstdint>

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
inline constexpr std::size_t help_characters = 500;
inline constexpr std::size_t whisper_characters = 500;
inline constexpr std::size_t moment_title_characters = 120;
inline constexpr std::size_t handover_note_characters = 2'000;
inline constexpr std::size_t gut_feeling_characters = 500;
inline constexpr std::size_t authority_reason_characters = 500;
inline constexpr std::size_t informing_characters = 500;
inline constexpr std::size_t decision_text_characters = 1'000;
inline constexpr std::size_t action_text_characters = 500;
inline constexpr std::size_t invitation_reason_characters = 500;

inline constexpr std::size_t heard_characters = 500;
inline constexpr std::size_t correction_characters = 500;

inline constexpr std::size_t id_bytes = 64;
inline constexpr std::size_t addressees = 64;
inline constexpr std::size_t items_named = 64;     // in one note, decision or action
inline constexpr std::size_t requests_named = 64;  // in one handover note
inline constexpr std::size_t swap_pairs = 32;
inline constexpr std::size_t probe_answers = 16;
inline constexpr std::int64_t latest_deadline_sim_ms = 3'650LL * 86'400'000;  // ten years on

}  // namespace casustafel::codec::limits
