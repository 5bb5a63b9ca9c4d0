#pragma once
// A host that does what a test says, and a server that runs it on a thread of its own. What the
// endpoint saw is read through `wait_until`, which waits for a condition and gives up after ten
// seconds.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "server/net/server.hpp"

namespace casustafel::net_test {

inline constexpr auto patience = std::chrono::seconds(10);

inline std::shared_ptr<const std::string> message(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

class FakeEndpoint final : public hosting::Endpoint {
public:
    struct Seen {
        std::vector<hosting::ConnectionId> opened;
        std::vector<hosting::PeerAddress> came_from;  // each of them
        std::vector<std::pair<hosting::ConnectionId, std::string>> received;
        std::vector<hosting::ConnectionId> closed;
        std::size_t turns = 0;
        std::size_t received_bytes = 0;
        bool keep_received = true;
    };

    // Set before the server runs; called on its thread.
    std::function<void(hosting::ConnectionId)> when_opened;
    std::function<void(hosting::ConnectionId, std::string_view)> when_received;
    std::function<void()> when_turned;
    std::atomic<hosting::ConnectionId> least_needed{0};  // 0: everybody is somebody
    std::atomic<std::int64_t> wake_ms{std::numeric_limits<std::int64_t>::max()};

    void opened(hosting::ConnectionId connection, const hosting::PeerAddress& from) override {
        note([&](Seen& seen) {
            seen.opened.push_back(connection);
            seen.came_from.push_back(from);
        });
        if (when_opened) when_opened(connection);
    }
    void received(hosting::ConnectionId connection, std::string_view bytes) override {
        note([&](Seen& seen) {
            seen.received_bytes += bytes.size();
            if (seen.keep_received) seen.received.emplace_back(connection, bytes);
        });
        if (when_received) when_received(connection, bytes);
    }
    void closed(hosting::ConnectionId connection) override {
        note([&](Seen& seen) { seen.closed.push_back(connection); });
    }
    std::optional<hosting::ConnectionId> needed_least() const override {
        const auto id = least_needed.load();
        return id == 0 ? std::nullopt : std::optional(id);
    }
    void turn() override {
        if (when_turned) when_turned();
        note([&](Seen& seen) { ++seen.turns; });
    }
    std::int64_t next_wake_ms() const override { return wake_ms; }
    std::atomic<std::uint64_t> held{0};
    hosting::Figures figures() const override { return {.sessions = 3, .held = held}; }

    // Whether the condition held within ten seconds.
    bool wait_until(const std::function<bool(const Seen&)>& condition) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, patience, [&] { return condition(seen_); });
    }
    // A peer has its 101 before the host hears of it.
    bool wait_for_opened(std::size_t connections) {
        return wait_until([=](const Seen& seen) { return seen.opened.size() >= connections; });
    }
    Seen seen() {
        const std::lock_guard lock(mutex_);
        return seen_;
    }
    void forget_received_from_now_on() {
        note([](Seen& seen) { seen.keep_received = false; });
    }

private:
    void note(const std::function<void(Seen&)>& change) {
        {
            const std::lock_guard lock(mutex_);
            change(seen_);
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    Seen seen_;
};

class RunningServer {
public:
    FakeEndpoint endpoint;
    net::Server server;

    explicit RunningServer(net::Options options = {}) : server(std::move(options)) {
        // Unless a test says otherwise, it answers each message with the same message.
        endpoint.when_received = [this](hosting::ConnectionId connection, std::string_view bytes) {
            server.send(connection, message(std::string(bytes)));
        };
    }
    ~RunningServer() { stop(); }

    // Empty when it listens and runs.
    std::optional<net::StartError> start() {
        auto error = server.listen(endpoint);
        if (!error)
            thread_ = std::thread([this] {
                server.run();
                ended_.set_value();
            });
        return error;
    }

    void stop() {
        if (!thread_.joinable()) return;
        server.stop();
        thread_.join();
    }

    // Whether `run` returned within ten seconds; without asking it to.
    bool has_ended() { return future_.wait_for(patience) == std::future_status::ready; }

    // Runs this on the loop and waits for it.
    void on_loop(const std::function<void()>& work) {
        std::promise<void> done;
        server.executor()([&] {
            work();
            done.set_value();
        });
        done.get_future().wait();
    }

    std::uint16_t port() const { return server.port(); }

private:
    std::promise<void> ended_;
    std::future<void> future_ = ended_.get_future();
    std::thread thread_;
};

// Options whose deadlines a test can wait for.
inline net::Options quick_options() {
    net::Options options;
    options.limits.sweep_every_ms = 10;
    options.limits.close_timeout_ms = 300;
    options.limits.stop_timeout_ms = 1'000;
    options.limits.messages_per_second = 1'000'000;
    options.limits.message_burst = 1'000'000;
    return options;
}

}  // namespace casustafel::net_test
