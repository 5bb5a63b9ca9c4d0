#include "client/net/native/race.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace casustafel::client_net {

using asio::ip::tcp;

std::vector<tcp::endpoint> by_turns(const std::vector<tcp::endpoint>& given) {
    std::deque<tcp::endpoint> first, second;
    for (const tcp::endpoint& endpoint : given)
        (endpoint.protocol() == given.front().protocol() ? first : second).push_back(endpoint);
    std::vector<tcp::endpoint> order;
    while (!first.empty() || !second.empty()) {
        if (!first.empty()) order.push_back(first.front()), first.pop_front();
        std::swap(first, second);
    }
    return order;
}

// What the attempts have come to; they keep it alive, for one may end after the race.
struct Race::Runners {
    std::deque<tcp::socket> sockets;
    std::optional<std::size_t> winner;
    std::size_t running = 0;
    bool called_off = false;
    ErrorCode error = asio::error::timed_out;
};

asio::awaitable<std::optional<tcp::socket>> Race::run(const std::vector<tcp::endpoint>& endpoints,
                                                      ErrorCode& error) {
    const auto runners = runners_ = std::make_shared<Runners>();
    const auto deadline = Clock::now() + pace_.patience;
    const auto open = [&] {
        return !runners->winner && !runners->called_off && Clock::now() < deadline;
    };
    for (std::size_t index = 0; index < endpoints.size() && open(); ++index) {
        tcp::socket& socket = runners->sockets.emplace_back(news_.get_executor());
        ++runners->running;
        socket.async_connect(endpoints[index], [this, runners, index](ErrorCode failed) {
            --runners->running;
            if (!failed && !runners->winner) runners->winner = index;
            if (failed) runners->error = failed;
            if (runners_ == runners) news_.cancel();
        });
        // Who fails at once gives the next its turn.
        const auto next = std::min(Clock::now() + pace_.head_start, deadline);
        const bool last = index + 1 == endpoints.size();
        while (open() && runners->running > 0 && (last || Clock::now() < next))
            co_await wait_until(last ? deadline : next);
    }
    runners_.reset();
    for (std::size_t index = 0; index < runners->sockets.size(); ++index) {
        ErrorCode ignored;
        if (index != runners->winner) runners->sockets[index].close(ignored);
    }
    if (runners->winner) co_return std::move(runners->sockets[*runners->winner]);
    error = runners->error;
    co_return std::nullopt;
}

asio::awaitable<void> Race::wait_until(Clock::time_point moment) {
    ErrorCode ignored;
    news_.expires_at(moment);
    co_await news_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

void Race::call_off() {
    if (!runners_) return;
    runners_->called_off = true;
    news_.cancel();
}

}  // namespace casustafel::client_net
