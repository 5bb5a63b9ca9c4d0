#pragma once
// To reach one of the addresses that a name has. Each gets a head start on the next, and the first
// that answers is the line: an address that swallows everything (IPv6 that is announced and does
// not work) costs a moment and not the attempt. All on one thread.
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "client/net/native/asio.hpp"

namespace casustafel::client_net {

// In the order in which they are tried: as the system gave them, but the two families by turns.
std::vector<asio::ip::tcp::endpoint> by_turns(const std::vector<asio::ip::tcp::endpoint>& given);

class Race {
public:
    struct Pace {
        std::chrono::milliseconds head_start, patience;  // until the next starts; until it is over
    };

    Race(asio::io_context& context, Pace pace) : news_(context), pace_(pace) {}

    // The socket that was connected first; nothing, and why in `error`, when none was in time.
    // Nothing else may begin a race meanwhile.
    asio::awaitable<std::optional<asio::ip::tcp::socket>> run(
        const std::vector<asio::ip::tcp::endpoint>& endpoints, ErrorCode& error);

    // Ends a race without a winner.
    void call_off();

private:
    struct Runners;
    using Clock = std::chrono::steady_clock;

    asio::awaitable<void> wait_until(Clock::time_point moment);

    asio::steady_timer news_;
    Pace pace_;
    std::shared_ptr<Runners> runners_;
};

}  // namespace casustafel::client_net
