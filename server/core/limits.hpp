#pragma once
// Every count that play could grow without end has its limit here; reaching one is
// Rejection::too_much.
#include <cstddef>

namespace casustafel::core::limits {

inline constexpr std::size_t participants = 40;        // present at once
inline constexpr std::size_t participants_ever = 400;  // those who left counted too
inline constexpr std::size_t shares = 5'000;
inline constexpr std::size_t requests = 2'000;
inline constexpr std::size_t messages = 10'000;
inline constexpr std::size_t improvised_injects = 200;
inline constexpr std::size_t proposals = 500;
inline constexpr std::size_t actions = 200;  // of the plan, withdrawn ones counted too
inline constexpr std::size_t gut_feelings = 1'000;
inline constexpr std::size_t help_calls = 500;
inline constexpr std::size_t whispers = 1'000;
inline constexpr std::size_t moments = 500;
inline constexpr std::size_t authority_questions = 500;
inline constexpr std::size_t informings = 500;
inline constexpr std::size_t consent_questions = 500;  // answered ones counted too
inline constexpr std::size_t spoken_shares = 2'000;
inline constexpr std::size_t heard_notes = 2'000;
inline constexpr std::size_t swaps = 20;
inline constexpr std::size_t roles_of_one_participant = 4;
inline constexpr std::size_t privacy_questions_per_round = 3;     // of the whole group
inline constexpr long long consent_answer_ms = 1'800'000;         // case time, when unscripted
inline constexpr long long swap_term_extension_ms = 300'000;      // case time (README.md §swap)
inline constexpr long long autopilot_answers_after_ms = 600'000;  // running case time
inline constexpr std::size_t events_per_instant = 1'000;          // bounds a cascade of due events
inline constexpr int slowest_permille = 100;
inline constexpr int fastest_permille = 100'000;
inline constexpr long long pending_window_ms =
    10'000;  // active time in which an inject or decision can be taken back
inline constexpr long long absence_after_ms = 120'000;  // active time without connection

}  // namespace casustafel::core::limits
