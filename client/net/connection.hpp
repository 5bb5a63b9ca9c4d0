#pragma once
// A line to the server that mends itself. What arrives and what happens to the line comes as
// events, drained by `poll` on the program's own thread; `wake` (given when it is made) says from
// another thread that there is something to drain. It promises: `opened` before the first
// `received` of a connection, so that the layer above can greet first; nothing sent before `opened`
// was polled reaches the server, and nothing sent on one connection reaches the next. It carries
// bytes and knows no message. A browser has its own implementation; the native one is made by
// `connect` (native.hpp).
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "proto/contract/reasons.hpp"

namespace casustafel::client_net {

using Reason = contract::CloseReason;

// Says whether trying again by itself makes sense after this.
bool comes_back(Reason reason);

// Says what a WebSocket close code means.
Reason reason_of_close_code(std::uint16_t code);

struct Event {
    enum class Kind : std::uint8_t {
        connecting,
        opened,
        received,          // `bytes` is one message
        waiting_to_retry,  // for `retry_in_ms`, because of `reason`
        closed_for_good,   // because of `reason`; no event follows
    };
    Kind kind = Kind::connecting;
    std::string bytes;
    Reason reason = Reason::lost;
    std::string detail;       // the system's own words, for a log
    std::string fingerprint;  // certificate_refused: SHA-256 of the certificate, 64 hex digits
    std::string flaw{};       // certificate_refused: what else is wrong with it (certificate.hpp)
    std::int64_t retry_in_ms = 0;
};

// The text that tells a person why: "close.<reason>", or what is wrong with the certificate. Its
// {0} is the server's address.
std::string sentence_of(const Event&);

class Connection {
public:
    virtual ~Connection() = default;
    // Queues one message. Gives false, and queues nothing, when the line is not open as far as
    // `poll` has told, or when too much is waiting already.
    virtual bool send(std::string bytes) = 0;
    // Appends what happened since the last call, in order; `opened` at most once. Take in all of it
    // before the next `send`: what is sent goes to the connection the last of these events leaves
    // open.
    virtual void poll(std::vector<Event>& events) = 0;
    // Breaks this connection and makes a new one, as after a loss.
    virtual void reconnect() = 0;
    // Sends what is queued and closes for good.
    virtual void close() = 0;
};

}  // namespace casustafel::client_net
