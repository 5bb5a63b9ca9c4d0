#include "server/net/doors/lines.hpp"

#include "server/hosting/surroundings/codes.hpp"
#include "server/net/doors/line_format.hpp"

namespace casustafel::net {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t remembered_addresses = 10'000;

}  // namespace

std::shared_ptr<Line> Lines::make(Hub& hub, ConnectionId id, const hosting::PeerAddress& address) {
    const std::string key = base64url(hosting::random_bytes(hosting::system_random(), key_bytes));
    auto line = std::make_shared<Line>(hub, id, address, key);
    lines_.emplace(hosting::secret_hash(key), line);
    return line;
}

std::shared_ptr<Line> Lines::find(std::string_view key) const {
    const auto found = lines_.find(hosting::secret_hash(key));
    return found == lines_.end() ? nullptr : found->second.lock();
}

void Lines::forget(std::string_view key) { lines_.erase(hosting::secret_hash(key)); }

bool Lines::missed(const hosting::PeerAddress& address, std::int64_t now_ms) {
    if (misses_.size() > remembered_addresses) misses_.clear();
    const auto found = misses_
                           .try_emplace(address, limits_.unknown_lines_per_second,
                                        limits_.unknown_lines_at_once, now_ms)
                           .first;
    return found->second.take(now_ms);
}

}  // namespace casustafel::net
