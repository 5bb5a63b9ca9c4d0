#include "server/hosting/gate.hpp"

#include <algorithm>
#include <utility>

namespace casustafel::hosting {

void Gate::send(ConnectionId connection, Frame frame, std::uint64_t position) {
    ++sent_[connection];
    Waiting waiting{position, connection, std::move(frame), {}};
    if (position <= durable_ && waiting_.empty()) {
        let_out(waiting);
    } else {
        waiting_.push_back(std::move(waiting));
    }
}

void Gate::close(ConnectionId connection, CloseReason reason, std::uint64_t position) {
    Waiting waiting{position, connection, nullptr, reason};
    if (position <= durable_ && waiting_.empty()) {
        let_out(waiting);
    } else {
        waiting_.push_back(std::move(waiting));
    }
}

void Gate::durable(std::uint64_t position) {
    durable_ = std::max(durable_, position);
    while (!waiting_.empty() && waiting_.front().position <= durable_) {
        let_out(waiting_.front());
        waiting_.pop_front();
    }
}

void Gate::restart(std::uint64_t position) {
    // What was computed never became true; but a connection that was to be closed still is.
    std::deque<Waiting> dropped = std::exchange(waiting_, {});
    durable_ = position;
    for (const Waiting& waiting : dropped) {
        if (waiting.frame == nullptr) let_out(waiting);
        else --sent_[waiting.connection];
    }
}

std::uint64_t Gate::sent_to(ConnectionId connection) const {
    const auto found = sent_.find(connection);
    return found == sent_.end() ? 0 : found->second;
}

void Gate::let_out(const Waiting& waiting) {
    if (waiting.frame == nullptr) {
        transport_.close(waiting.connection, waiting.reason);
        return;
    }
    transport_.send(waiting.connection, waiting.frame);
}

}  // namespace casustafel::hosting
