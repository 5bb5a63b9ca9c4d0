#include "server/rehearsal/local_network.hpp"

#include <utility>

namespace casustafel::rehearsal {

hosting::ConnectionId LocalNetwork::open() {
    lines_[++last_];
    return last_;
}

std::string LocalNetwork::take(hosting::ConnectionId connection) {
    const auto found = lines_.find(connection);
    return found == lines_.end() ? std::string() : std::exchange(found->second.box, {});
}

std::optional<hosting::CloseReason> LocalNetwork::close_reason(
    hosting::ConnectionId connection) const {
    const auto found = lines_.find(connection);
    return found == lines_.end() ? std::nullopt : found->second.close_reason;
}

bool LocalNetwork::is_read(hosting::ConnectionId connection) const {
    const auto found = lines_.find(connection);
    return found != lines_.end() && found->second.is_read;
}

void LocalNetwork::send(hosting::ConnectionId connection,
                        std::shared_ptr<const std::string> message) {
    const auto found = lines_.find(connection);
    if (found == lines_.end() || found->second.close_reason) return;
    found->second.box += *message;
}

std::size_t LocalNetwork::waiting_bytes(hosting::ConnectionId connection) const {
    const auto found = lines_.find(connection);
    return found == lines_.end() ? 0 : found->second.box.size();
}

void LocalNetwork::close(hosting::ConnectionId connection, hosting::CloseReason reason) {
    const auto found = lines_.find(connection);
    if (found != lines_.end() && !found->second.close_reason) found->second.close_reason = reason;
}

void LocalNetwork::read_from(hosting::ConnectionId connection, bool reading) {
    const auto found = lines_.find(connection);
    if (found != lines_.end()) found->second.is_read = reading;
}

}  // namespace casustafel::rehearsal
