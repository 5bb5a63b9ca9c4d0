#pragma once
// The lines that are open, by what their peers know of them. A key is 256 random bits; the table
// holds hashes of keys. Who names a line that is not there is counted by address.
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/hosting/surroundings/ports.hpp"
#include "server/hosting/surroundings/token_bucket.hpp"
#include "server/net/doors/line.hpp"
#include "server/net/wire/limits.hpp"

namespace casustafel::net {

class Lines {
public:
    explicit Lines(const Limits& limits) : limits_(limits) {}

    // Makes one, not yet started.
    std::shared_ptr<Line> make(Hub& hub, ConnectionId id, const hosting::PeerAddress& address);
    // The line of this key; nothing when there is none, or no more.
    std::shared_ptr<Line> find(std::string_view key) const;
    void forget(std::string_view key);
    // Somebody there named a line that is not there. False: too often.
    bool missed(const hosting::PeerAddress& address, std::int64_t now_ms);

private:
    const Limits& limits_;
    std::unordered_map<std::string, std::weak_ptr<Line>> lines_;
    std::unordered_map<hosting::PeerAddress, hosting::TokenBucket> misses_;
};

}  // namespace casustafel::net
