#pragma once
// Says when an append is refused without asking the disk. It is the one judgement that every kind
// of store shares, so that tests against the memory store mean something for the store on disk. It
// must not know where records are kept.
#include <cstdint>
#include <optional>

#include "server/store/store.hpp"

namespace casustafel::store {

// Where the log of a session ends, and who may go on.
struct Tail {
    std::uint64_t epoch = 0;     // of the newest lease; 0 when nobody ever claimed
    std::uint64_t next_seq = 1;  // the only first_seq that fits
};

// Says why `append` may not be written after `tail`, or nothing when it fits. `after_failure` says
// that an earlier append of this lease failed: what was sent behind it then fails too, instead of
// looking as though the lease were lost.
std::optional<Outcome> refusal(const Tail& tail, const Append& append, bool after_failure);

// Counts the bytes an append brings: records, values and their names.
std::size_t size_of(const Append& append);

// Says whether everything given is within limits::max_bytes_each, and every value has a name.
bool within_limits(const Append& append);
bool within_limits(const Value& value);
bool within_limits(const std::string& header, const std::vector<std::string>& texts,
                   const std::vector<Value>& values);

}  // namespace casustafel::store
