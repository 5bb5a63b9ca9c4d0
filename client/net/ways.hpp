#pragma once
// Which way a browser's line takes through the network of an organisation. A WebSocket is first;
// where a proxy refuses, cuts or swallows it, server-sent events come down and posts go up; where a
// proxy holds those back too, it polls. It only counts how attempts went, and needs no network.
#include <cstdint>

namespace casustafel::client_net {

enum class Way : std::uint8_t { socket, stream, poll };

// How an attempt ended.
struct Attempt {
    bool heard = false;         // the server's bytes came through
    bool told = false;          // the server itself said why it ended: the way works
    std::int64_t lived_ms = 0;  // from the first bytes on
};

class Ways {
public:
    // Begins with the way that worked earlier in this session.
    explicit Ways(Way first = Way::socket) : way_(first) {}

    Way way() const { return way_; }
    // How long to wait for the first bytes by this way, before it counts as swallowed.
    std::int64_t patience_ms() const { return way_ == Way::poll ? 10'000 : 2'400; }
    // True: `way()` is another one now, to be tried at once; false: wait before the next attempt.
    bool ended(const Attempt& attempt);

private:
    bool take_next();

    Way way_;
    bool works_ = false;  // bytes came by this way
    int deaf_ = 0;        // attempts in a row in which nothing came
    int cut_ = 0;         // in a row that were cut soon after their first bytes
};

}  // namespace casustafel::client_net
