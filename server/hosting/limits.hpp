#pragma once
// The host's limits. Reaching one never grows memory: it refuses, closes or stops reading.
#include <cstddef>
#include <cstdint>

namespace casustafel::hosting::limits {

inline constexpr std::size_t sessions = 200;
inline constexpr std::size_t connections_per_session = 80;
inline constexpr std::size_t undurable_records =
    256;  // per session; above it its sockets are not read
inline constexpr std::size_t rejections_remembered = 64;  // per participant, for acts said twice
inline constexpr int wrong_codes_per_connection = 10;
inline constexpr int wrong_reentry_codes_per_session = 30;
inline constexpr std::size_t paper_bytes = 2 * 1024 * 1024;  // half of what may wait in a line
inline constexpr std::size_t roles_looked_through = 4;       // views beside a trainer's own
inline constexpr std::int64_t save_clock_every_ms =
    10'000;  // how much session time a crash may repeat
inline constexpr std::int64_t probe_storage_every_ms = 2'000;
inline constexpr std::int64_t forget_names_after_ms = 30LL * 24 * 3600 * 1000;
inline constexpr std::int64_t look_for_old_names_every_ms = 24LL * 3600 * 1000;
inline constexpr std::uint64_t digest_every = 64;
inline constexpr int instants_per_turn =
    500;  // due instants handled before other sessions get a turn

}  // namespace casustafel::hosting::limits
