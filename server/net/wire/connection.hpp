#pragma once
// One peer, from accepted socket to closed socket, without the bytes: when it may send, when it is
// flushed, when it has been silent or slow for too long, and in which order it comes to an end. The
// bytes are in the class that derives from it (beast_connection.hpp). It reports to a Hub, and
// promises: `opened`, any number of `received`, `departed`, in this order and each side of it at
// most once; `ended` last, always once. It never calls the Hub from inside a call the Hub made,
// except `ended`, `departed` and `wants_flush`, which the Hub must only note down.
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"
#include "server/hosting/surroundings/token_bucket.hpp"
#include "server/journal/notice.hpp"
#include "server/net/files/web_files.hpp"
#include "server/net/wire/asio.hpp"
#include "server/net/wire/figures.hpp"
#include "server/net/wire/limits.hpp"
#include "server/net/wire/outgoing_queue.hpp"

namespace casustafel::net {

using hosting::CloseReason;
using hosting::ConnectionId;

class Connection;
class Line;

// What a connection tells and asks the loop it lives in.
class Hub {
public:
    virtual ~Hub() = default;
    virtual bool opened(Connection& connection) = 0;  // false: no room for another WebSocket
    // Whether this address may say for whom it speaks.
    virtual bool trusts(const hosting::PeerAddress& address) const = 0;
    // Whether it begins by saying for whom it speaks.
    virtual bool expects_proxy_header(const hosting::PeerAddress& address) const = 0;
    // Web pages that may speak to this server beside its own.
    virtual const std::vector<std::string>& allowed_origins() const = 0;
    virtual void received(ConnectionId connection, std::string_view message) = 0;
    virtual void departed(ConnectionId connection) = 0;  // nothing more will be received
    virtual void ended(ConnectionId connection) = 0;     // the socket is closed; forget it
    virtual void wants_flush(Connection& connection) = 0;
    // What a browser gets; none: a page of our own.
    virtual const WebFiles* web() const = 0;
    virtual Figures figures() = 0;
    // Whom to tell of a hole in the server; empty: nobody was named.
    virtual const std::string& security_contact() const = 0;
    // What a client is given, when the Host that was asked for is none.
    virtual std::string url() const = 0;
    // A new peer without a WebSocket, and one that is there; nothing when there is none of this
    // key.
    virtual std::shared_ptr<Line> open_line(const hosting::PeerAddress& from) = 0;
    virtual std::shared_ptr<Line> line(std::string_view key) const = 0;
    virtual void forget_line(std::string_view key) = 0;
    // Somebody named a line that is not there. False: too often.
    virtual bool may_miss_a_line(const hosting::PeerAddress& from) = 0;
    // Calls this when nothing else is on the stack.
    virtual void later(std::function<void()> act) = 0;
    // For whoever runs the server.
    virtual void tell_operator(const journal::Notice& notice) = 0;
    virtual std::int64_t now_ms() const = 0;
    virtual const Limits& limits() const = 0;
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Hub& hub, ConnectionId id, std::string address);
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Begins with the handshakes. It is called once.
    virtual void start() = 0;

    ConnectionId id() const { return id_; }
    // Where it comes from, as hosting::PeerAddress says.
    const hosting::PeerAddress& address() const { return address_; }
    bool is_open() const { return phase_ == Phase::open || phase_ == Phase::closing; }
    // What is lost when it is cut to make room.
    enum class Standing : std::uint8_t {
        rests,   // nothing: it was answered, and asked nothing since
        asks,    // a request
        stands,  // a peer, or what a peer listens by: it is not cut
    };
    virtual Standing standing() const { return is_open() ? Standing::stands : Standing::asks; }
    // Why it is closed, once that is decided.
    const std::optional<CloseReason>& closing_reason() const { return closing_reason_; }
    std::size_t waiting_bytes() const { return queue_.bytes(); }

    // Queues the message for the next flush. Over the limit the connection closes too_slow.
    void send(Message message);
    // Sends what is queued, then a close frame, then closes; a peer that does not answer is cut.
    void begin_close(CloseReason reason);
    // Stops or resumes reading. A peer that is not read is not called silent.
    void read(bool reading);
    // Starts one write for all that is queued, if none is under way. It is called once in each turn
    // of the loop.
    void flush();
    // Looks at the deadlines and sends the heartbeat.
    void sweep(std::int64_t now_ms);
    // Cuts the socket.
    void drop();

protected:
    // What the deriving class does with the socket; each completion comes back to one of the on_…
    // below.
    virtual void read_some() = 0;
    virtual void write(std::span<const Message> messages) = 0;
    virtual void write_close(CloseReason reason) = 0;
    virtual void write_ping() = 0;
    virtual void close_socket() = 0;
    // A look at deadlines of its own, while it is open.
    virtual void look(std::int64_t) {}

    Hub& hub() { return hub_; }
    // A proxy said for whom it speaks.
    void speaks_for(hosting::PeerAddress address) { address_ = std::move(address); }
    void expect_end_within(std::int64_t timeout_ms);  // a deadline outside the WebSocket phase
    void expect_no_end() { deadline_ms_ = never; }
    // Nobody has decided to close it.
    bool is_talking() const { return phase_ == Phase::open; }

    void on_opened();
    void on_message(std::string_view message);
    void on_control_frame();
    void on_sign_of_life();                    // one that costs its peer nothing
    void on_read_done();                       // the read is over; begins the next if it may
    void on_unacceptable(CloseReason reason);  // what was read; nothing more will be
    void on_written(bool failed);
    void on_ping_written();
    void on_lost();  // the socket failed, the peer left, or the closing is complete

private:
    enum class Phase : std::uint8_t { handshaking, open, closing, ended };
    static constexpr auto never = std::numeric_limits<std::int64_t>::max();

    void charge();  // one frame of the peer's allowance
    void tell_departed();
    void ask_flush();

    Hub& hub_;
    const ConnectionId id_;
    hosting::PeerAddress address_;
    Phase phase_ = Phase::handshaking;
    std::optional<CloseReason> closing_reason_;
    bool told_opened_ = false;
    bool said_something_ = false;
    bool may_read_ = true;
    bool read_pending_ = false;
    bool ping_pending_ = false;
    bool close_written_ = false;
    bool flush_asked_ = false;
    std::int64_t deadline_ms_;
    std::int64_t alive_ms_;
    std::int64_t pinged_ms_;
    std::int64_t write_started_ms_ = never;
    hosting::TokenBucket allowance_;
    OutgoingQueue queue_;
};

}  // namespace casustafel::net
