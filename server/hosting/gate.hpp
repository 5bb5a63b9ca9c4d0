#pragma once
// The durability gate: the one way out of a session. Whatever leaves carries the log position it was
// computed at and goes on only when that position is durable, in the order it was given. It knows
// connections and bytes, not what they mean.
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "server/hosting/ports.hpp"

namespace casustafel::hosting {

// An encoded ServerBatch of exactly one frame, shared by everybody who gets it.
using Frame = std::shared_ptr<const std::string>;

class Gate {
public:
    explicit Gate(Transport& transport) : transport_(transport) {}

    // Lets `frame` out to `connection` when `position` is durable.
    void send(ConnectionId connection, Frame frame, std::uint64_t position);
    void close(ConnectionId connection, CloseReason reason, std::uint64_t position);

    // Everything up to `position` survives a crash from now on.
    void durable(std::uint64_t position);
    // Starts over at a position that is durable; what waits is dropped.
    void restart(std::uint64_t position);

    std::uint64_t durable_position() const { return durable_; }
    // Frames given for this connection since `forget`, for StandBy: who has seen them all is up to date.
    std::uint64_t sent_to(ConnectionId connection) const;
    bool waiting() const { return !waiting_.empty(); }
    void forget(ConnectionId connection) { sent_.erase(connection); }

private:
    struct Waiting {
        std::uint64_t position;
        ConnectionId connection;
        Frame frame;  // nullptr: close
        CloseReason reason;
    };
    void let_out(const Waiting& waiting);

    Transport& transport_;
    std::uint64_t durable_ = 0;
    std::deque<Waiting> waiting_;
    std::map<ConnectionId, std::uint64_t> sent_;
};

}  // namespace casustafel::hosting
