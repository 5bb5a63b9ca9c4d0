#include "wires.hpp"

#include <algorithm>
#include <utility>

#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::simulation {
namespace {

template <class Queue>
std::optional<std::string> take_front(Queue& queue) {
    if (queue.empty()) return std::nullopt;
    std::string front = std::move(queue.front());
    queue.pop_front();
    return front;
}

}  // namespace

ConnectionId Wires::open() {
    wires_[++last_];
    return last_;
}

void Wires::say(ConnectionId connection, std::string frame) {
    Wire& wire = wires_.at(connection);
    if (wire.server_listens) wire.to_server.push_back(std::move(frame));
}

std::optional<std::string> Wires::hear(ConnectionId connection) {
    return take_front(wires_.at(connection).to_client);
}

bool Wires::is_dead(ConnectionId connection) const {
    const Wire& wire = wires_.at(connection);
    return !wire.client_listens || (!wire.server_listens && wire.to_client.empty());
}

std::optional<CloseReason> Wires::close_reason(ConnectionId connection) const {
    return wires_.at(connection).reason;
}

std::optional<std::string> Wires::next_for_server(ConnectionId connection) {
    Wire& wire = wires_.at(connection);
    if (!wire.server_listens || !wire.read) return std::nullopt;
    auto next = take_front(wire.to_server);
    // What a cut wire still carried has arrived: now the server notices.
    if (!wire.client_listens && wire.to_server.empty()) {
        wire.server_listens = false;
        wire.departed = true;
    }
    return next;
}

std::vector<ConnectionId> Wires::take_departed() {
    std::vector<ConnectionId> gone;
    for (auto& [connection, wire] : wires_) {
        if (std::exchange(wire.departed, false)) gone.push_back(connection);
    }
    return gone;
}

bool Wires::has_departed() const {
    return std::ranges::any_of(wires_, [](const auto& each) { return each.second.departed; });
}

void Wires::cut(ConnectionId connection) {
    Wire& wire = wires_.at(connection);
    wire.client_listens = false;
    wire.to_client.clear();
}

void Wires::server_died() {
    for (auto& [connection, wire] : wires_) {
        wire.server_listens = false;
        wire.departed = false;
        wire.to_server.clear();
    }
}

std::vector<ConnectionId> Wires::all() const {
    std::vector<ConnectionId> ids;
    for (const auto& [connection, wire] : wires_) {
        if (wire.server_listens || !is_dead(connection)) ids.push_back(connection);
    }
    return ids;
}

bool Wires::quiet() const {
    return std::ranges::all_of(wires_, [](const auto& each) {
        const Wire& wire = each.second;
        const bool heard = wire.to_server.empty() || !wire.server_listens || !wire.read;
        return heard && wire.to_client.empty() && !wire.departed &&
               (wire.client_listens || !wire.server_listens);
    });
}

std::size_t Wires::closed_too_slow() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        wires_, [](const auto& each) { return each.second.reason == CloseReason::too_slow; }));
}

void Wires::send(ConnectionId connection, std::shared_ptr<const std::string> message) {
    Wire& wire = wires_.at(connection);
    if (!wire.server_listens || !wire.client_listens) return;
    const bool lies = ++sent_ % 97 == 0;
    if (lie_ == Lie::lost_message && lies) return;
    wire.to_client.push_back(*message);
    if (lie_ == Lie::swapped_messages && lies && wire.to_client.size() > 1) {
        std::swap(wire.to_client.back(), *std::prev(wire.to_client.end(), 2));
    }
    if (wire.to_client.size() > longest_queue) close(connection, CloseReason::too_slow);
}

std::size_t Wires::waiting_bytes(ConnectionId connection) const {
    const auto found = wires_.find(connection);
    const std::size_t waiting = found == wires_.end() ? 0 : found->second.to_client.size();
    return waiting < full_queue ? 0 : hosting::limits::full_line_bytes;
}

void Wires::close(ConnectionId connection, CloseReason reason) {
    Wire& wire = wires_.at(connection);
    if (!wire.server_listens) return;
    wire.server_listens = false;
    wire.departed = true;
    wire.reason = reason;
    wire.to_server.clear();
}

void Wires::read_from(ConnectionId connection, bool reading) {
    const auto found = wires_.find(connection);
    if (found != wires_.end()) found->second.read = reading;
}

}  // namespace casustafel::simulation
