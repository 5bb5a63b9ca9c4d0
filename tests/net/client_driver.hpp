#pragma once
// A client's connection and the waiting for its events; every wait gives up after ten seconds.
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/net/native/line.hpp"
#include "fake_endpoint.hpp"

namespace casustafel::net_test {

// Options for a server on this machine, with short pauses between attempts.
inline client_net::ConnectOptions options_for(std::uint16_t port, bool encrypted = false) {
    client_net::ConnectOptions options;
    options.address = {encrypted, "127.0.0.1", port};
    options.limits.retry_after_ms = {10, 20, 40};
    return options;
}

class ClientDriver {
public:
    explicit ClientDriver(client_net::ConnectOptions options)
        : connection_(client_net::connect(std::move(options), [this] { wake(); })) {}

    client_net::Connection& connection() { return *connection_; }

    // The next event; none when there is none in time.
    std::optional<client_net::Event> next() {
        return next_before(std::chrono::steady_clock::now() + patience);
    }
    std::optional<client_net::Event> next_before(std::chrono::steady_clock::time_point deadline) {
        while (events_.empty()) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait_until(lock, deadline, [this] { return woken_; }))
                return std::nullopt;
            woken_ = false;
            lock.unlock();
            std::vector<client_net::Event> events;
            connection_->poll(events);
            std::move(events.begin(), events.end(), std::back_inserter(events_));
        }
        auto event = std::move(events_.front());
        events_.pop_front();
        return event;
    }
    // The next event of this kind; those before it are dropped.
    std::optional<client_net::Event> wait_for(client_net::Event::Kind kind) {
        while (auto event = next())
            if (event->kind == kind) return event;
        return std::nullopt;
    }
    std::string next_message() {
        const auto event = wait_for(client_net::Event::Kind::received);
        return event ? event->bytes : "(nothing came)";
    }

private:
    void wake() {
        {
            const std::lock_guard lock(mutex_);
            woken_ = true;
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    std::deque<client_net::Event> events_;
    std::unique_ptr<client_net::Connection> connection_;
};

}  // namespace casustafel::net_test
