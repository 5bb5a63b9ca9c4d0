#pragma once
// The host's limits. Reaching one never grows memory: it refuses, closes or stops reading.
#include <cstddef>
#include <cstdint>

namespace casustafel::hosting::limits {

inline constexpr std::size_t sessions = 200;  // that run or are prepared
inline constexpr std::size_t sessions_in_memory =
    2'000;  // with those that ended; the archive takes none
inline constexpr std::int64_t tell_lists_every_ms = 1'000;
// One that is over leaves memory when nobody was in it for so long; what is said to it while it is
// read again waits, up to so many bytes of each connection.
inline constexpr std::int64_t rests_after_ms = 600'000;
inline constexpr std::size_t bytes_said_to_one_at_rest = 128 * 1024;
// Somebody who does nothing for so long of the case is told as silent in the list, which is looked
// at so often while a case runs.
inline constexpr std::int64_t silent_after_sim_ms = 600'000;
inline constexpr std::int64_t look_at_lists_every_ms = 30'000;
inline constexpr std::size_t digits_remembered = 500;  // of second factors, over all trainers
inline constexpr std::int64_t digits_remembered_ms = 12LL * 3600 * 1000;
inline constexpr std::int64_t look_at_trainers_every_ms = 3'000;
inline constexpr std::size_t onlookers =
    20;                                    // who typed the code and is nobody yet: the oldest goes
inline constexpr std::size_t screens = 8;  // that look on for a whole room
inline constexpr std::size_t undurable_records =
    256;  // per session; above it its sockets are not read
inline constexpr std::size_t rejections_remembered = 64;  // per participant, for acts said twice
inline constexpr int wrong_codes_per_connection = 10;

// Wrong codes, keys and tokens of one address (guess_guard.hpp).
inline constexpr std::size_t guessers = 20'000;  // addresses remembered
inline constexpr int guesses_before_a_pause = 40;
inline constexpr int guesses_after_a_pause = 10;
inline constexpr std::int64_t first_guess_pause_ms = 60'000;
inline constexpr std::int64_t longest_guess_pause_ms = 3'600'000;
inline constexpr std::int64_t guesses_forgotten_after_ms = 15 * 60'000;
inline constexpr std::int64_t guess_pauses_forgotten_after_ms = 24LL * 3600 * 1000;

// What one participant may bring (allowances.hpp).
inline constexpr std::int64_t acts_per_second = 15;
inline constexpr std::int64_t acts_at_once = 100;
inline constexpr std::int64_t returns_per_second = 1;
inline constexpr std::int64_t returns_at_once = 20;
inline constexpr std::size_t log_bytes_of_a_participant = 512 * 1024;
inline constexpr std::size_t acts_of_one_kind = 500;
inline constexpr std::size_t part_of_what_a_session_holds = 4;  // a quarter at most

// Who neither sits nor is connected for this long is no participant any more.
inline constexpr std::int64_t fades_after_ms = 15 * 60'000;
inline constexpr std::int64_t look_for_ghosts_every_ms = 60'000;

// A large view or page goes on while less than this waits in its line, in pieces of this size.
inline constexpr std::size_t full_line_bytes = 512 * 1024;
inline constexpr std::size_t paper_piece_bytes = 128 * 1024;
inline constexpr std::int64_t feed_again_after_ms = 20;
inline constexpr std::size_t results_bytes = 3 * 1024 * 1024;  // results leave in one piece
inline constexpr std::size_t roles_looked_through = 4;         // views beside a trainer's own
inline constexpr std::int64_t save_clock_every_ms =
    10'000;  // how much session time a crash may repeat
inline constexpr std::int64_t probe_storage_every_ms = 2'000;
inline constexpr std::int64_t forget_names_after_ms = 30LL * 24 * 3600 * 1000;
inline constexpr std::int64_t look_for_old_names_every_ms = 24LL * 3600 * 1000;
inline constexpr std::int64_t clock_step_believed_ms = 24LL * 3600 * 1000;  // at once
inline constexpr std::int64_t clock_proves_itself_after_ms = 24LL * 3600 * 1000;
inline constexpr std::int64_t keep_calendar_every_ms = 4 * 3600LL * 1000;
inline constexpr std::uint64_t digest_every = 64;  // records at first, later fewer
inline constexpr int instants_per_turn =
    500;  // due instants handled before other sessions get a turn

}  // namespace casustafel::hosting::limits
