#pragma once
// What the host needs from the outside and what the outside may tell it. `server/net` is one
// outside, the simulator and the tests are others. Bytes in these functions are whole messages: a
// ClientFrame inwards, a ServerBatch outwards (proto/casustafel/v1/envelope.proto). All calls
// happen on one thread.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "proto/contract/reasons.hpp"
#include "server/hosting/surroundings/figures.hpp"

namespace casustafel::hosting {

// Numbers connections of one process, never reused.
using ConnectionId = std::uint64_t;

using contract::CloseReason;

// Where a connection comes from, as one word to count by: an IPv4 address, the first 64 bits of an
// IPv6 address, or what a trusted proxy says.
using PeerAddress = std::string;

// Implemented by the outside, called by the host.
class Transport {
public:
    virtual ~Transport() = default;
    // Queues one message for this connection; the transport writes once per loop turn. Unknown ids
    // are ignored.
    virtual void send(ConnectionId connection, std::shared_ptr<const std::string> message) = 0;
    // How many bytes wait for this connection's line, what is being written included.
    virtual std::size_t waiting_bytes(ConnectionId connection) const = 0;
    // Sends what is queued, then closes.
    virtual void close(ConnectionId connection, CloseReason reason) = 0;
    // Stops or resumes reading from this connection (backpressure).
    virtual void read_from(ConnectionId connection, bool reading) = 0;
};

// Implemented by the outside, read by the host.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t steady_ms() const = 0;  // never goes back; only differences mean something
    virtual std::int64_t wall_ms() const = 0;    // since 1970, a label only
};

// Runs what takes long beside the host. Implemented by the outside, called by the host.
class Work {
public:
    virtual ~Work() = default;
    // What is to happen on the host's thread once the work is done.
    using Finish = std::function<void()>;
    // Runs `work` on any thread, then what it returned on the host's. `work` must be a pure
    // function of what it holds, apart from waiting for the store. After a stop neither may happen.
    virtual void run(std::function<Finish()> work) = 0;
};

// Does everything at once, on the caller's thread: for tests and rehearsals.
Work& work_at_once();

// Implemented by the host, called by the outside.
class Endpoint {
public:
    virtual ~Endpoint() = default;
    virtual void opened(ConnectionId connection, const PeerAddress& from) = 0;
    virtual void received(ConnectionId connection, std::string_view message) = 0;
    virtual void closed(ConnectionId connection) = 0;
    // There is no room for another connection: the one that is needed least, since it is nobody
    // yet; nothing when everybody is somebody.
    virtual std::optional<ConnectionId> needed_least() const = 0;
    // Called when `next_wake_ms` has come, and once after every batch of calls above.
    virtual void turn() = 0;
    // The steady_ms at which `turn` must be called although nothing arrives; nothing to do:
    // INT64_MAX.
    virtual std::int64_t next_wake_ms() const = 0;
    virtual Figures figures() const = 0;
};

}  // namespace casustafel::hosting
