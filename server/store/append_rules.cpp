#include "server/store/append_rules.hpp"

#include <algorithm>

#include "server/store/limits.hpp"

namespace casustafel::store {
namespace {

bool fits(const std::string& bytes) { return bytes.size() <= limits::max_bytes_each; }

bool fit(const std::vector<std::string>& all) { return std::ranges::all_of(all, fits); }

bool fit(const std::vector<Value>& all) {
    return std::ranges::all_of(all, [](const Value& value) { return within_limits(value); });
}

}  // namespace

std::optional<Outcome> refusal(const Tail& tail, const Append& append, bool after_failure) {
    if (append.lease.epoch != tail.epoch || tail.epoch == 0) return Outcome::lost_lease;
    if (append.first_seq != tail.next_seq) {
        const bool follows_failed = after_failure && append.first_seq > tail.next_seq;
        return follows_failed ? Outcome::failed : Outcome::lost_lease;
    }
    if (!within_limits(append)) return Outcome::failed;
    return std::nullopt;
}

std::size_t size_of(const Append& append) {
    std::size_t bytes = 0;
    for (const std::string& record : append.records) bytes += record.size();
    for (const Value& value : append.values) {
        bytes += value.name.size() + (value.bytes ? value.bytes->size() : 0);
    }
    return bytes;
}

bool within_limits(const Append& append) { return fit(append.records) && fit(append.values); }

bool within_limits(const Value& value) {
    return !value.name.empty() && fits(value.name) && (!value.bytes || fits(*value.bytes));
}

bool within_limits(const std::string& header, const std::vector<std::string>& texts,
                   const std::vector<Value>& values) {
    return fits(header) && fit(texts) && fit(values);
}

}  // namespace casustafel::store
