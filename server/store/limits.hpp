#pragma once
// The limits of the store. What passes one is refused or waits; nothing here grows without end.
#include <cstddef>
#include <cstdint>

namespace casustafel::store::limits {

// A single record, value, header or text above this is refused with `failed`.
constexpr std::size_t max_bytes_each = 16 << 20;

// A commit takes no further append once it holds this much; one append is never split.
constexpr std::size_t max_group_records = 4096;
constexpr std::size_t max_group_bytes = 8 << 20;

// `append` waits while this much is queued before it.
constexpr std::size_t max_queued_appends = 65536;
constexpr std::size_t max_queued_bytes = 64 << 20;

// The write-ahead file is copied into the database when it has this many pages (4096 bytes each),
// and is cut back to this size when something made it larger.
constexpr int checkpoint_pages = 1000;
constexpr std::int64_t max_resting_wal_bytes = 16 << 20;

// How long a write waits for a reader in another process, and how long a checkpoint does.
constexpr int busy_timeout_ms = 2000;
constexpr int checkpoint_timeout_ms = 20;

// How long the store rests before it syncs the heads, which a checkpoint does too.
constexpr int heads_rest_ms = 3000;

// What `probe` writes and takes back: there is room again only when about this much fits.
constexpr std::size_t probe_bytes = 64 << 10;

// How long an answer of a database elsewhere is waited for, how long it may be away before what
// waits for it has failed, how often it is looked for meanwhile, and how long its absence is taken
// for granted after that.
constexpr int database_answer_ms = 5000;
constexpr int database_patience_ms = 10000;
constexpr int database_retry_ms = 100;
constexpr int database_away_ms = 1000;

// A server that does not say for so long that it lives loses its sessions to whoever asks; it says
// so at every commit, and at rest this often.
constexpr int lease_ms = 4000;
constexpr int leases_in_a_lease = 4;

}  // namespace casustafel::store::limits
