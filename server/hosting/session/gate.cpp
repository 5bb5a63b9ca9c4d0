#include "server/hosting/session/gate.hpp"

#include <algorithm>
#include <utility>

namespace casustafel::hosting {

void Gate::send(ConnectionId connection, Frame frame, std::uint64_t position, Counted counted) {
    take({position, connection, std::move(frame), counted, {}});
}

void Gate::close(ConnectionId connection, CloseReason reason, std::uint64_t position) {
    take({position, connection, nullptr, Counted::no, reason});
}

void Gate::send_behind(ConnectionId connection, Frame frame) {
    take({given_to(connection), connection, std::move(frame), Counted::yes, {}});
}

void Gate::take(Waiting waiting) {
    std::uint64_t& given = peers_[waiting.connection].given;
    given = std::max(given, waiting.position);
    waiting.position = given;
    if (waiting.position <= durable_ && !waits(waiting.connection)) return let_out(waiting);
    some_wait_for_less_ |= !waiting_.empty() && waiting.position < waiting_.back().position;
    waiting_.push_back(std::move(waiting));
}

void Gate::durable(std::uint64_t position) {
    durable_ = std::max(durable_, position);
    while (!waiting_.empty() && waiting_.front().position <= durable_) {
        let_out(waiting_.front());
        waiting_.pop_front();
    }
    if (!std::exchange(some_wait_for_less_, false)) return;
    for (Waiting& waiting : std::exchange(waiting_, {})) {
        if (waiting.position <= durable_) {
            let_out(waiting);
            continue;
        }
        some_wait_for_less_ |= !waiting_.empty() && waiting.position < waiting_.back().position;
        waiting_.push_back(std::move(waiting));
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
    some_wait_for_less_ = false;
    durable_ = position;
    for (auto& [connection, peer] : peers_) peer.given = std::min(peer.given, position);
    return unanswered;
}

void Gate::forget(ConnectionId connection) {
    std::erase_if(waiting_, [&](const Waiting& each) { return each.connection == connection; });
    peers_.erase(connection);
}

std::uint64_t Gate::given_to(ConnectionId connection) const {
    const auto found = peers_.find(connection);
    return found == peers_.end() ? 0 : found->second.given;
}

bool Gate::waits(ConnectionId connection) const {
    return std::any_of(waiting_.begin(), waiting_.end(),
                       [&](const Waiting& each) { return each.connection == connection; });
}

std::uint64_t Gate::sent_to(ConnectionId connection) const {
    const auto found = peers_.find(connection);
    return found == peers_.end() ? 0 : found->second.sent;
}

void Gate::let_out(const Waiting& waiting) {
    if (waiting.frame == nullptr) {
        transport_.close(waiting.connection, waiting.reason);
        return;
    }
    Peer& peer = peers_[waiting.connection];
    if (waiting.counted == Counted::yes) ++peer.sent;
    if (waiting.counted == Counted::from_here) peer.sent = 1;
    // Who only passed by leaves nothing behind.
    if (peer.sent == 0 && peer.given <= durable_) peers_.erase(waiting.connection);
    transport_.send(waiting.connection, waiting.frame);
}

}  // namespace casustafel::hosting
