#include "server/net/server.hpp"

#include <chrono>
#include <utility>

#include "server/net/loop.hpp"

namespace casustafel::net {

Server::Server(Options options) : loop_(std::make_unique<Loop>(std::move(options))) {}
Server::~Server() = default;

std::optional<StartError> Server::listen(hosting::Endpoint& endpoint) {
    return loop_->listen(endpoint);
}

std::uint16_t Server::port() const { return loop_->port(); }

std::vector<std::string> Server::urls() const { return loop_->urls(); }

void Server::run() { loop_->run(); }

void Server::stop() {
    loop_->mailbox()->post([loop = loop_.get()] { loop->stop(); });
}

void Server::stop_on_signals() { loop_->stop_on_signals(); }

void Server::every(std::int64_t interval_ms, std::function<void()> act) {
    loop_->every(interval_ms, std::move(act));
}

void Server::when_stopping(std::function<void()> act) { loop_->when_stopping(std::move(act)); }

std::function<void(std::function<void()>)> Server::executor() {
    return [mailbox = loop_->mailbox(), loop = loop_.get()](std::function<void()> work) {
        mailbox->post([loop, work = std::move(work)] { loop->run_work(work); });
    };
}

Figures Server::figures() { return loop_->figures(); }

std::uint64_t Server::turns() const { return loop_->turns(); }

void Server::send(hosting::ConnectionId connection, std::shared_ptr<const std::string> message) {
    if (auto* const found = loop_->find(connection)) found->send(std::move(message));
}

std::size_t Server::waiting_bytes(hosting::ConnectionId connection) const {
    const auto* const found = loop_->find(connection);
    return found == nullptr ? 0 : found->waiting_bytes();
}

void Server::close(hosting::ConnectionId connection, hosting::CloseReason reason) {
    if (auto* const found = loop_->find(connection)) found->begin_close(reason);
}

void Server::read_from(hosting::ConnectionId connection, bool reading) {
    if (auto* const found = loop_->find(connection)) found->read(reading);
}

std::int64_t Server::steady_ms() const { return loop_->now_ms(); }

std::int64_t Server::wall_ms() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace casustafel::net
