#pragma once
// The durability gate: the one way out of a session. Whatever leaves carries the position it was
// computed at and goes on only when everything up to that position is durable; each connection gets
// its own in the order in which it was given. It knows connections and bytes, not what they mean.
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::hosting {

// An encoded ServerBatch of exactly one frame, shared by everybody who gets it.
using Frame = std::shared_ptr<const std::string>;

// How a frame counts for StandBy.frames_seen.
enum class Counted : std::uint8_t { yes, no, from_here };

class Gate {
public:
    explicit Gate(Transport& transport) : transport_(transport) {}

    // Lets `frame` out to `connection` when `position` is durable.
    void send(ConnectionId connection, Frame frame, std::uint64_t position, Counted = Counted::yes);
    // Lets it out right behind what this connection was given last: it tells nothing newer, so that
    // its delay does not tell what others do.
    void send_behind(ConnectionId connection, Frame frame);
    void close(ConnectionId connection, CloseReason reason, std::uint64_t position);

    // Everything up to `position` survives a crash from now on.
    void durable(std::uint64_t position);
    // Starts over at a position that is durable; frames that wait are dropped. Who did not get
    // theirs.
    std::set<ConnectionId> restart(std::uint64_t position);
    // This connection is not here any more: what waits for it is dropped.
    void forget(ConnectionId connection);

    std::uint64_t durable_position() const { return durable_; }
    // The newest position of which this connection was given something.
    std::uint64_t given_to(ConnectionId connection) const;
    // Whether something waits for it here.
    bool waits(ConnectionId connection) const;
    // Counted frames let out to this connection, from the last one given with `from_here`.
    std::uint64_t sent_to(ConnectionId connection) const;
    bool waiting() const { return !waiting_.empty(); }

private:
    struct Waiting {
        std::uint64_t position;
        ConnectionId connection;
        Frame frame;  // nullptr: close
        Counted counted;
        CloseReason reason;
    };
    void take(Waiting waiting);
    void let_out(const Waiting& waiting);

    Transport& transport_;
    std::uint64_t durable_ = 0;
    // In the order given; of one connection the positions only grow.
    std::deque<Waiting> waiting_;
    bool some_wait_for_less_ = false;  // than one before them in `waiting_`
    struct Peer {
        std::uint64_t given = 0;  // the newest position
        std::uint64_t sent = 0;   // counted frames
    };
    std::unordered_map<ConnectionId, Peer> peers_;
};

}  // namespace casustafel::hosting
