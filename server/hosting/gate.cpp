#include "server/hosting/gate.hpp"

#include <algorithm>
#include <utility>

namespace casustafel::hosting {

void Gate::send(ConnectionId connection, Frame frame, std::uint64_t position, Counted counted) {
    take({position, connection, std::move(frame), counted, {}});
}

void Gate::close(ConnectionId connection, CloseReason reason, std::uint64_t position) {
    take({position, connection, nullptr, Counted::no, reason});
}

void Gate::take(Waiting waiting) {
    if (waiting.position <= durable_ && waiting_.empty()) {
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

std::set<ConnectionId> Gate::restart(std::uint64_t position) {
    std::set<ConnectionId> unanswered;
    // What was computed never became true; but a connection that was to be closed still is.
    for (const Waiting& waiting : std::exchange(waiting_, {})) {
        if (waiting.frame == nullptr)
            let_out(waiting);
        else
            unanswered.insert(waiting.connection);
    }
    durable_ = position;
    return unanswered;
}

void Gate::forget(ConnectionId connection) {
    std::erase_if(waiting_, [&](const Waiting& each) { return each.connection == connection; });
    sent_.erase(connection);
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
    if (waiting.counted == Counted::yes) ++sent_[waiting.connection];
    if (waiting.counted == Counted::from_here) sent_[waiting.connection] = 1;
    transport_.send(waiting.connection, waiting.frame);
}

}  // namespace casustafel::hosting
