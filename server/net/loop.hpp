#pragma once
// The event loop: one io_context on the thread that calls `run`, the listening socket, the
// connections and the timers. A turn is: wait, handle what is ready (up to a bound), tell the
// Endpoint what departed, let it take its turn, flush every connection that has something, each
// with one write. It knows nothing of frames and sessions.
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"
#include "server/net/doors/lines.hpp"
#include "server/net/wire/asio.hpp"
#include "server/net/wire/certificate.hpp"
#include "server/net/wire/connection.hpp"
#include "server/net/wire/options.hpp"

namespace casustafel::net {

// How long turns took, from their first handler to their last write handed to the kernel.
struct TurnStatistics {
    std::uint64_t turns = 0;
    std::uint64_t slow_turns = 0;
    std::int64_t longest_ms = 0;
};

// Lets other threads hand work to the loop for as long as there is one.
class Mailbox {
public:
    explicit Mailbox(asio::io_context& context) : context_(&context) {}
    void post(std::function<void()> work);
    void shut();

private:
    std::mutex mutex_;
    asio::io_context* context_;
};

class Loop final : public Hub {
public:
    explicit Loop(Options options);
    ~Loop() override;

    std::optional<StartError> listen(hosting::Endpoint& endpoint);
    void run();
    void stop();  // on the loop's own thread
    void stop_on_signals();
    // Before `run`. Calls it every so often, on the loop's own thread, as long as it serves.
    void every(std::int64_t interval_ms, std::function<void()> act);
    void when_stopping(std::function<void()> act) { when_stopping_ = std::move(act); }
    // What a client is given; the first is the likeliest.
    std::vector<std::string> urls() const;

    std::uint16_t port() const { return port_; }
    std::uint64_t turns() const { return statistics_.turns; }
    const Options& options() const { return options_; }
    std::shared_ptr<Mailbox> mailbox() const { return mailbox_; }
    void run_work(const std::function<void()>& work);  // of another thread, as part of a turn

    Connection* find(ConnectionId id);

    bool opened(Connection& connection) override;
    bool trusts(const hosting::PeerAddress& address) const override;
    bool expects_proxy_header(const hosting::PeerAddress& address) const override {
        return options_.proxy_protocol && trusts(address);
    }
    std::string url() const override { return urls().front(); }
    const std::vector<std::string>& allowed_origins() const override {
        return options_.allowed_origins;
    }
    void received(ConnectionId connection, std::string_view message) override;
    void departed(ConnectionId connection) override;
    void ended(ConnectionId connection) override;
    void wants_flush(Connection& connection) override;
    const std::string& security_contact() const override { return options_.security_contact; }
    const WebFiles* web() const override { return options_.web.get(); }
    std::shared_ptr<Line> open_line(const hosting::PeerAddress& from) override;
    std::shared_ptr<Line> line(std::string_view key) const override { return lines_.find(key); }
    void forget_line(std::string_view key) override { lines_.forget(key); }
    bool may_miss_a_line(const hosting::PeerAddress& from) override;
    void later(std::function<void()> act) override { asio::post(context_, std::move(act)); }
    Figures figures() override;
    void tell_operator(const journal::Notice& notice) override { options_.tell_operator(notice); }
    std::int64_t now_ms() const override;
    const Limits& limits() const override { return options_.limits; }

private:
    void begin_turn();
    void end_turn();
    void count_turn();
    void accept_next();
    void take(Socket socket);
    void make_room_for(const hosting::PeerAddress& address);
    void tell_refused(const hosting::PeerAddress& address);
    struct Recurring {
        explicit Recurring(asio::io_context& context) : timer(context) {}
        Timer timer;
        std::chrono::milliseconds interval{};
        std::function<void()> act;
    };
    void act_later(Recurring& recurring);
    void look_at_certificate();
    void look_at_certificate_on_hangup();
    void sweep_later();
    void sweep();
    void arm_wake();
    std::vector<std::shared_ptr<Connection>> all() const;

    Options options_;
    asio::io_context context_;
    asio::executor_work_guard<Executor> work_;
    std::unique_ptr<ServedCertificate> certificate_;  // nothing: no TLS
    Acceptor acceptor_;
    Timer accept_again_;
    Timer sweep_timer_;
    Timer wake_timer_;
    Timer stop_timer_;
    std::vector<std::unique_ptr<Recurring>> recurring_;
    std::unique_ptr<asio::signal_set> signals_, hangup_;
    std::function<void()> when_stopping_ = [] {};
    std::shared_ptr<Mailbox> mailbox_;

    hosting::Endpoint* endpoint_ = nullptr;
    std::uint16_t port_ = 0;
    ConnectionId last_id_ = 0;
    std::unordered_map<ConnectionId, std::shared_ptr<Connection>> connections_;
    Lines lines_;
    std::size_t peers_ = 0;  // WebSockets and lines
    std::unordered_map<hosting::PeerAddress, std::size_t> peers_of_;
    std::vector<ConnectionId> departed_;
    std::vector<std::shared_ptr<Connection>> to_flush_;
    std::int64_t armed_for_ms_;
    bool sweeping_ = false;
    bool stopping_ = false;
    bool endpoint_called_ = false;  // since its last turn

    std::int64_t turn_began_us_ = 0;  // 0: between turns
    TurnStatistics statistics_;
};

}  // namespace casustafel::net
