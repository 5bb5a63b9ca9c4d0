#include "server/net/loop.hpp"

#include <algorithm>
#include <csignal>
#include <limits>
#include <utility>

#include "server/net/beast_connection.hpp"
#include "server/net/wire/open_files.hpp"
#include "server/net/wire/own_addresses.hpp"
#include "server/net/wire/peers.hpp"

namespace casustafel::net {
namespace {

constexpr auto never = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t longest_nap_ms = 3'600'000;  // time points in nanoseconds overflow
constexpr auto accept_again_after = std::chrono::milliseconds(100);

std::int64_t steady_us() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::int64_t wall_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

StartError listen_error(const ErrorCode& error, std::string where) {
    auto failure = StartFailure::other;
    if (error == asio::error::address_in_use) failure = StartFailure::address_in_use;
    if (error == asio::error::access_denied) failure = StartFailure::not_permitted;
    if (error == boost::system::errc::address_not_available)
        failure = StartFailure::address_not_here;
    return {failure, std::move(where), error.message()};
}

}  // namespace

void Mailbox::post(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    if (context_) asio::post(*context_, std::move(work));
}

void Mailbox::shut() {
    const std::lock_guard lock(mutex_);
    context_ = nullptr;
}

Loop::Loop(Options options)
    : options_(std::move(options)),
      context_(1),
      work_(context_.get_executor()),
      acceptor_(context_),
      accept_again_(context_),
      sweep_timer_(context_),
      wake_timer_(context_),
      stop_timer_(context_),
      mailbox_(std::make_shared<Mailbox>(context_)),
      lines_(options_.limits),
      armed_for_ms_(never) {}

Loop::~Loop() { mailbox_->shut(); }

std::optional<StartError> Loop::listen(hosting::Endpoint& endpoint) {
    endpoint_ = &endpoint;
    if (options_.tls) {
        certificate_ = std::make_unique<ServedCertificate>(*options_.tls, options_.tell_operator);
        if (auto error = certificate_->open(wall_ms())) return error;
        every(options_.limits.look_at_certificate_every_ms, [this] { look_at_certificate(); });
    }
    ErrorCode error;
    const auto address = asio::ip::make_address(options_.address, error);
    if (error) return StartError{StartFailure::bad_address, options_.address, error.message()};
    const Tcp::endpoint where(address, options_.port);
    const auto where_text = (address.is_v6() ? "[" + options_.address + "]" : options_.address) +
                            ":" + std::to_string(options_.port);
    acceptor_.open(where.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(where, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error) port_ = acceptor_.local_endpoint(error).port();
    if (error) return listen_error(error, where_text);
    make_room_for_sockets(options_.limits, options_.tell_operator);
    accept_next();
    return std::nullopt;
}

void Loop::run() {
    arm_wake();
    while (context_.run_one() != 0) {
        begin_turn();
        const auto until_us = turn_began_us_ + options_.limits.longest_handling_ms * 1'000;
        while (steady_us() < until_us && context_.poll_one() != 0) {
        }
        end_turn();
    }
    for (const auto& connection : all()) connection->drop();
    for (const auto id : std::exchange(departed_, {})) endpoint_->closed(id);
    // The aborted completions still hold their connections.
    context_.restart();
    context_.poll();
}

void Loop::stop() {
    if (stopping_) return context_.stop();
    stopping_ = true;
    when_stopping_();
    for (const auto& each : recurring_) each->timer.cancel();
    ErrorCode ignored;
    acceptor_.close(ignored);
    accept_again_.cancel();
    // What a peer listens by ends with that peer.
    for (const auto& connection : all())
        if (connection->is_open() || connection->standing() != Connection::Standing::stands)
            connection->begin_close(CloseReason::going_away);
    stop_timer_.expires_after(std::chrono::milliseconds(options_.limits.stop_timeout_ms));
    stop_timer_.async_wait([this](ErrorCode error) {
        if (!error) context_.stop();
    });
}

void Loop::stop_on_signals() {
    if (!signals_) signals_ = std::make_unique<asio::signal_set>(context_, SIGINT, SIGTERM);
    signals_->async_wait([this](ErrorCode error, int) {
        if (error) return;
        stop();
        stop_on_signals();  // a second one does not wait for anybody
    });
    if (certificate_ && !hangup_) look_at_certificate_on_hangup();
}

void Loop::look_at_certificate_on_hangup() {
    if (!hangup_) hangup_ = std::make_unique<asio::signal_set>(context_, SIGHUP);
    hangup_->async_wait([this](ErrorCode error, int) {
        if (error) return;
        look_at_certificate();
        look_at_certificate_on_hangup();
    });
}

void Loop::look_at_certificate() { certificate_->look(wall_ms()); }

void Loop::every(std::int64_t interval_ms, std::function<void()> act) {
    auto& fresh = recurring_.emplace_back(std::make_unique<Recurring>(context_));
    fresh->interval = std::chrono::milliseconds(interval_ms);
    fresh->act = std::move(act);
    act_later(*fresh);
}

void Loop::act_later(Recurring& recurring) {
    recurring.timer.expires_after(recurring.interval);
    recurring.timer.async_wait([this, &recurring](ErrorCode error) {
        if (error || stopping_) return;
        recurring.act();
        act_later(recurring);
    });
}

std::vector<std::string> Loop::urls() const {
    std::vector<std::string> hosts = hosts_to_type(options_.address);
    // What a certificate is for is what can be typed, but not on a server for this machine alone.
    if (certificate_ && !asio::ip::make_address(options_.address).is_loopback()) {
        const auto& names = certificate_->facts().names;
        hosts.insert(hosts.begin(), names.begin(), names.end());
    }
    std::vector<std::string> urls;
    for (const std::string& host : hosts)
        urls.push_back((certificate_ ? "https://" : "http://") + host + ":" +
                       std::to_string(port_));
    return urls;
}

void Loop::run_work(const std::function<void()>& work) {
    begin_turn();
    endpoint_called_ = true;
    work();
}

Connection* Loop::find(ConnectionId id) {
    const auto found = connections_.find(id);
    return found == connections_.end() ? nullptr : found->second.get();
}

bool Loop::opened(Connection& connection) {
    const auto& limits = options_.limits;
    const auto here = peers_of_.find(connection.address());
    if (here != peers_of_.end() && here->second >= limits.max_connections_of_an_address &&
        !trusts(connection.address())) {
        tell_refused(connection.address());
        return false;
    }
    if (peers_ >= limits.max_connections) {
        // Who is somebody stays; who is nobody yet makes room for the newcomer.
        const auto least = endpoint_->needed_least();
        tell_refused(connection.address());
        if (!least) return false;
        if (Connection* const found = find(*least)) found->begin_close(CloseReason::too_many);
    }
    ++peers_;
    ++peers_of_[connection.address()];
    begin_turn();
    endpoint_called_ = true;
    endpoint_->opened(connection.id(), connection.address());
    return true;
}

std::shared_ptr<Line> Loop::open_line(const hosting::PeerAddress& from) {
    auto line = lines_.make(*this, ++last_id_, from);
    connections_.emplace(line->id(), line);
    line->start();
    return line;
}

bool Loop::may_miss_a_line(const hosting::PeerAddress& from) {
    const bool may = lines_.missed(from, now_ms());
    if (!may) tell_operator({"log.unknown_lines", {from}, journal::Weight::warning});
    return may;
}

bool Loop::trusts(const hosting::PeerAddress& address) const {
    const auto& trusted = options_.trusted_proxies;
    return std::find(trusted.begin(), trusted.end(), address) != trusted.end();
}

void Loop::received(ConnectionId connection, std::string_view message) {
    begin_turn();
    endpoint_called_ = true;
    endpoint_->received(connection, message);
}

void Loop::departed(ConnectionId connection) {
    --peers_;
    if (const Connection* const found = find(connection)) {
        const auto here = peers_of_.find(found->address());
        if (here != peers_of_.end() && --here->second == 0) peers_of_.erase(here);
    }
    departed_.push_back(connection);
}

void Loop::ended(ConnectionId connection) {
    // The caller may be a member function of the connection: it must outlive this turn.
    auto found = connections_.extract(connection);
    if (found) to_flush_.push_back(std::move(found.mapped()));
}

void Loop::wants_flush(Connection& connection) {
    to_flush_.push_back(connection.shared_from_this());
}

Figures Loop::figures() {
    begin_turn();
    Figures figures;
    figures.host = endpoint_->figures();
    figures.sockets = connections_.size();
    figures.peers = peers_;
    figures.most_peers = options_.limits.max_connections;
    figures.slow_turns = statistics_.slow_turns;
    figures.longest_turn_ms = statistics_.longest_ms;
    if (certificate_) figures.certificate_until_ms = certificate_->facts().not_after_ms;
    return figures;
}

std::int64_t Loop::now_ms() const { return steady_us() / 1000; }

void Loop::begin_turn() {
    // Waiting is not part of a turn, and only the first handler knows when the wait was over.
    if (turn_began_us_ == 0) turn_began_us_ = steady_us();
}

void Loop::end_turn() {
    for (const auto id : std::exchange(departed_, {})) {
        endpoint_called_ = true;
        endpoint_->closed(id);
    }
    if (endpoint_called_ || endpoint_->next_wake_ms() <= now_ms()) {
        endpoint_called_ = false;
        endpoint_->turn();
    }
    // A flush may end a connection, which appends here.
    for (std::size_t i = 0; i < to_flush_.size(); ++i) {
        const auto connection = to_flush_[i];
        connection->flush();
    }
    to_flush_.clear();
    arm_wake();
    count_turn();
    if (stopping_ && connections_.empty() && departed_.empty()) context_.stop();
}

void Loop::count_turn() {
    const auto took_ms = (steady_us() - std::exchange(turn_began_us_, 0)) / 1000;
    ++statistics_.turns;
    statistics_.longest_ms = std::max(statistics_.longest_ms, took_ms);
    if (took_ms <= options_.limits.slow_turn_ms) return;
    ++statistics_.slow_turns;
    tell_operator(
        {"log.slow_turn",
         {std::to_string(took_ms), std::to_string(statistics_.slow_turns),
          std::to_string(statistics_.turns), std::to_string(options_.limits.slow_turn_ms)},
         journal::Weight::warning});
}

void Loop::accept_next() {
    acceptor_.async_accept([this](ErrorCode error, Socket socket) {
        if (error == asio::error::operation_aborted || stopping_) return;
        if (!error) {
            take(std::move(socket));
            return accept_next();
        }
        // Mostly there are no file descriptors left: somebody has to leave first.
        tell_operator({"log.no_sockets", {error.message()}, journal::Weight::error});
        accept_again_.expires_after(accept_again_after);
        accept_again_.async_wait([this](ErrorCode cancelled) {
            if (!cancelled) accept_next();
        });
    });
}

void Loop::take(Socket socket) {
    const auto& limits = options_.limits;
    ErrorCode ignored;
    const auto from = socket.remote_endpoint(ignored);
    if (ignored) return;  // it has gone already
    const auto address = peer_address(from.address());
    make_room_for(address);
    socket.set_option(Tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::send_buffer_size(limits.socket_send_buffer_bytes),
                      ignored);
    auto connection = make_connection(*this, ++last_id_, address, std::move(socket),
                                      certificate_ ? certificate_->context() : nullptr);
    connections_.emplace(connection->id(), connection);
    connection->start();
    sweep_later();
}

// Who is no WebSocket yet makes room: of this address before any other, who rests before who
// works, and then the oldest.
void Loop::make_room_for(const hosting::PeerAddress& address) {
    const auto rank = [](const Connection& connection) {
        return std::pair(connection.standing(), connection.id());
    };
    const Connection *first = nullptr, *first_here = nullptr;
    std::size_t unfinished = 0, of_address = 0;
    for (const auto& [id, connection] : connections_) {
        if (connection->standing() == Connection::Standing::stands) continue;
        ++unfinished;
        if (first == nullptr || rank(*connection) < rank(*first)) first = connection.get();
        if (connection->address() != address) continue;
        ++of_address;
        if (first_here == nullptr || rank(*connection) < rank(*first_here))
            first_here = connection.get();
    }
    const auto& limits = options_.limits;
    if (of_address >= limits.max_unfinished_of_an_address && !trusts(address))
        first = first_here;
    else if (unfinished < limits.max_unfinished_connections)
        return;
    if (first->standing() != Connection::Standing::rests) tell_refused(first->address());
    find(first->id())->drop();
}

void Loop::tell_refused(const hosting::PeerAddress& address) {
    tell_operator({"log.no_room", {address, std::to_string(peers_)}, journal::Weight::warning});
}

void Loop::sweep_later() {
    if (sweeping_ || connections_.empty()) return;
    sweeping_ = true;
    sweep_timer_.expires_after(std::chrono::milliseconds(options_.limits.sweep_every_ms));
    sweep_timer_.async_wait([this](ErrorCode error) {
        sweeping_ = false;
        if (!error) sweep();
    });
}

void Loop::sweep() {
    const auto now = now_ms();
    for (const auto& connection : all()) connection->sweep(now);
    sweep_later();
}

void Loop::arm_wake() {
    const auto wake_ms = std::min(endpoint_->next_wake_ms(), now_ms() + longest_nap_ms);
    // A timer that fires too early costs one turn; cancelling it costs one each time.
    if (wake_ms >= armed_for_ms_) return;
    armed_for_ms_ = wake_ms;
    wake_timer_.expires_at(
        std::chrono::steady_clock::time_point(std::chrono::milliseconds(wake_ms)));
    wake_timer_.async_wait([this](ErrorCode error) {
        if (!error) armed_for_ms_ = never;
    });
}

std::vector<std::shared_ptr<Connection>> Loop::all() const {
    std::vector<std::shared_ptr<Connection>> result;
    result.reserve(connections_.size());
    for (const auto& [id, connection] : connections_) result.push_back(connection);
    return result;
}

}  // namespace casustafel::net
