#pragma once
// A peer without a WebSocket: a proxy between it and us lets only plain requests through. It is a
// Connection like any other, but has no socket of its own; its messages come and go in HTTP
// requests (README.md §lines), which is what it must not know more of than the two interfaces
// below. What it was given to carry and did not arrive ends it, as a broken socket would.
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "server/net/doors/answer.hpp"
#include "server/net/wire/connection.hpp"

namespace casustafel::net {

// The open answer in which a line's peer listens. Each `say` and `answer` is followed by one
// Line::said, later.
class Listener {
public:
    virtual ~Listener() = default;
    // More of a stream, and its end.
    virtual void say(std::string bytes, bool last) = 0;
    // The answer to a poll.
    virtual void answer_poll(Answer answer) = 0;
    // There is nothing to listen to any more, and nothing to report.
    virtual void line_ended() = 0;
};

class Line final : public Connection {
public:
    // How its peer listens: in one answer that does not end, or in one for each batch.
    enum class Way : std::uint8_t { stream, poll };

    Line(Hub& hub, ConnectionId id, hosting::PeerAddress address, std::string key)
        : Connection(hub, id, std::move(address)), key_(std::move(key)) {}

    void start() override;
    // The secret by which its peer names it.
    const std::string& key() const { return key_; }

    // False: who listens in a stream cannot begin again, since nobody knows what of it arrived.
    bool may_listen() const { return !(listener_ && way_ == Way::stream) && !streamed_; }
    // A poll that waits already is over.
    void listen(std::shared_ptr<Listener> listener, Way way);
    // The socket of this one is gone.
    void stopped_listening(const Listener& listener);
    // What the listener was given has left, or its socket failed.
    void said(bool failed);

    // One request at a time brings messages; false: there is one already, and the line ends.
    bool begin_sending();
    // Its socket failed before all of them were here.
    void give_up_sending() { sending_ = false; }
    // They are more than one request may bring: the line ends.
    void refuse_messages() { on_unacceptable(CloseReason::too_large); }
    // Messages, each behind four bytes with its length. Calls `taken`, maybe at once, when the host
    // has them all or the line ends.
    void take(std::string messages, std::function<void()> taken);

protected:
    void write(std::span<const Message> messages) override;
    void read_some() override;
    void write_close(CloseReason reason) override;
    void write_ping() override;
    void close_socket() override;
    void look(std::int64_t now_ms) override;

private:
    enum class Said : std::uint8_t { nothing, nothing_new, batch, close, ping };

    void go_on();
    void speak(Said what, std::string stream_bytes, Answer poll_answer);
    void deliver();
    void finish_sending();
    bool streams() const { return listener_ && way_ == Way::stream; }

    const std::string key_;
    // Outwards.
    std::shared_ptr<Listener> listener_;
    Way way_ = Way::poll;
    bool streamed_ = false;
    std::int64_t since_ms_ = 0;  // it listens, or listens no more
    Said saying_ = Said::nothing;
    std::span<const Message> batch_;
    std::optional<CloseReason> ending_;  // what comes behind the last batch
    bool wants_ping_ = false;
    bool answers_pings_ = false;  // with requests that bring nothing
    // Inwards.
    bool sending_ = false, delivering_ = false, wants_message_ = false;
    std::string brought_;
    std::size_t delivered_ = 0;
    std::function<void()> taken_;
};

}  // namespace casustafel::net
