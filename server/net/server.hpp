#pragma once
// The server's one door: HTTP and WebSocket on one port, plain or TLS. It carries whole messages
// between connections and the host (hosting::Endpoint) on the thread that calls `run`, joins what
// is sent to one connection during a loop turn into one write, and bounds everything a peer can do
// (limits.hpp). It must not know what a message means.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"
#include "server/net/wire/figures.hpp"
#include "server/net/wire/options.hpp"

namespace casustafel::net {

class Loop;

class Server final : public hosting::Transport, public hosting::Clock {
public:
    explicit Server(Options options);
    ~Server() override;
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Opens the port; the endpoint is called from `run` on and must outlive it. Call once.
    std::optional<StartError> listen(hosting::Endpoint& endpoint);

    // The port that is open, also when the options asked for any.
    std::uint16_t port() const;
    // What a client is given: "http://127.0.0.1:4000" or "https://…". When it listens on every
    // address: each of the machine's own, after the names that its certificate is for.
    std::vector<std::string> urls() const;
    std::string url() const { return urls().front(); }

    // Serves until stopped; returns when every connection is gone.
    void run();
    // Sends what is queued, closes every connection `going_away`, then ends `run`. Any thread; a
    // second call does not wait for the peers.
    void stop();
    // From now on SIGINT and SIGTERM stop the server.
    // SIGHUP looks at once whether the certificate was renewed.
    void stop_on_signals();
    // Before `run`: called every so often on its thread while it serves, and once when it begins to
    // stop.
    void every(std::int64_t interval_ms, std::function<void()> act);
    void when_stopping(std::function<void()> act);

    // Runs work of other threads on the loop, as part of a turn. The function may be called from
    // any thread at any time; after `run` the work is dropped.
    std::function<void(std::function<void()>)> executor();

    // How it is, for who watches it; on its thread only.
    Figures figures();
    // How many turns the loop has taken; on its thread only.
    std::uint64_t turns() const;

    void send(hosting::ConnectionId connection,
              std::shared_ptr<const std::string> message) override;
    std::size_t waiting_bytes(hosting::ConnectionId connection) const override;
    void close(hosting::ConnectionId connection, hosting::CloseReason reason) override;
    void read_from(hosting::ConnectionId connection, bool reading) override;

    std::int64_t steady_ms() const override;
    std::int64_t wall_ms() const override;

private:
    std::unique_ptr<Loop> loop_;
};

}  // namespace casustafel::net
