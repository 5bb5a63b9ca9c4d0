#pragma once
// A transport and a clock inside the process: what a host sends waits in a box until it is taken,
// and time goes on when it is told. It carries bytes and knows nothing of what they mean.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::rehearsal {

class LocalNetwork : public hosting::Transport {
public:
    // A new connection; the caller tells the host that it opened.
    hosting::ConnectionId open();

    // What was sent to it since the last call, as one ServerBatch; empty: nothing.
    std::string take(hosting::ConnectionId);
    // Why the host closed it; nothing while it is open.
    std::optional<hosting::CloseReason> close_reason(hosting::ConnectionId) const;
    bool is_read(hosting::ConnectionId) const;

    void send(hosting::ConnectionId, std::shared_ptr<const std::string> message) override;
    std::size_t waiting_bytes(hosting::ConnectionId) const override;
    void close(hosting::ConnectionId, hosting::CloseReason) override;
    void read_from(hosting::ConnectionId, bool reading) override;

private:
    struct Line {
        std::string box;
        std::optional<hosting::CloseReason> close_reason;
        bool is_read = true;
    };
    std::map<hosting::ConnectionId, Line> lines_;
    hosting::ConnectionId last_ = 0;
};

class ManualClock : public hosting::Clock {
public:
    explicit ManualClock(std::int64_t wall_ms = 0) : wall_base_ms_(wall_ms) {}

    void pass(std::int64_t duration_ms) { steady_ms_ += duration_ms; }

    // Somebody sets the wall clock.
    void set_ahead(std::int64_t by_ms) { wall_base_ms_ += by_ms; }

    // From now on every look finds it this much later, as a look at a real clock may.
    void creep(std::int64_t by_ms) { creep_ms_ = by_ms; }

    std::int64_t steady_ms() const override { return steady_ms_ += creep_ms_; }
    std::int64_t wall_ms() const override { return wall_base_ms_ + steady_ms_; }

private:
    std::int64_t wall_base_ms_;
    mutable std::int64_t steady_ms_ = 0;
    std::int64_t creep_ms_ = 0;
};

}  // namespace casustafel::rehearsal
