#include "server/net/wire/connection.hpp"

#include <utility>

namespace casustafel::net {
namespace {

// What a program or a network that works does not bring about.
bool misbehaved(CloseReason reason) {
    switch (reason) {
        case CloseReason::malformed:
        case CloseReason::wrong_version:
        case CloseReason::too_large:
        case CloseReason::too_fast:
        case CloseReason::too_slow:
        case CloseReason::reused_command: return true;
        case CloseReason::superseded:
        case CloseReason::sent_away:
        case CloseReason::wrong_code:
        case CloseReason::too_many:
        case CloseReason::going_away:
        case CloseReason::silent:
        case CloseReason::certificate_refused:
        case CloseReason::closed_here:
        case CloseReason::lost:
        case CloseReason::unreachable:
        case CloseReason::name_not_found:
        case CloseReason::not_our_server: return false;
    }
    return false;
}

}  // namespace

Connection::Connection(Hub& hub, ConnectionId id, std::string address)
    : hub_(hub),
      id_(id),
      address_(std::move(address)),
      deadline_ms_(hub.now_ms() + hub.limits().handshake_timeout_ms),
      alive_ms_(hub.now_ms()),
      pinged_ms_(alive_ms_),
      allowance_(hub.limits().messages_per_second, hub.limits().message_burst, alive_ms_),
      queue_(hub.limits().max_queued_messages, hub.limits().max_queued_bytes) {}

void Connection::send(Message message) {
    if (phase_ != Phase::open) return;
    if (!queue_.push(std::move(message))) return begin_close(CloseReason::too_slow);
    ask_flush();
}

void Connection::begin_close(CloseReason reason) {
    if (phase_ == Phase::handshaking) return drop();
    if (phase_ != Phase::open) return;
    if (misbehaved(reason))
        hub_.tell_operator({"log.connection_closed",
                            {address_, std::string(contract::name(reason))},
                            journal::Weight::warning});
    phase_ = Phase::closing;
    closing_reason_ = reason;
    expect_end_within(hub_.limits().close_timeout_ms);
    // A peer that does not read gets no more memory while the write that hangs has its last chance.
    if (reason == CloseReason::too_slow) queue_.drop_waiting();
    tell_departed();
    ask_flush();
}

void Connection::read(bool reading) {
    may_read_ = reading;
    if (!reading || read_pending_ || phase_ != Phase::open) return;
    alive_ms_ = hub_.now_ms();
    read_pending_ = true;
    read_some();
}

void Connection::flush() {
    flush_asked_ = false;
    if (phase_ != Phase::open && phase_ != Phase::closing) return;
    if (queue_.writing() || close_written_) return;
    if (queue_.waiting()) {
        write_started_ms_ = hub_.now_ms();
        write(queue_.take(hub_.limits().max_batch_bytes));
    } else if (phase_ == Phase::closing) {
        close_written_ = true;
        write_close(*closing_reason_);
    }
}

void Connection::sweep(std::int64_t now_ms) {
    if (now_ms >= deadline_ms_) {
        // Who was let in and says nothing is told why it ends.
        if (phase_ == Phase::open) return begin_close(CloseReason::silent);
        return drop();
    }
    if (phase_ != Phase::open) return;
    look(now_ms);
    if (phase_ != Phase::open) return;
    const auto& limits = hub_.limits();
    if (queue_.writing() && now_ms - write_started_ms_ >= limits.write_timeout_ms)
        return begin_close(CloseReason::too_slow);
    if (may_read_ && now_ms - alive_ms_ >= limits.silent_after_ms)
        return begin_close(CloseReason::silent);
    if (!ping_pending_ && now_ms - pinged_ms_ >= limits.heartbeat_every_ms) {
        ping_pending_ = true;
        pinged_ms_ = now_ms;
        write_ping();
    }
}

void Connection::drop() {
    if (phase_ == Phase::ended) return;
    phase_ = Phase::ended;
    queue_.drop_waiting();
    tell_departed();
    close_socket();
    hub_.ended(id_);
}

void Connection::expect_end_within(std::int64_t timeout_ms) {
    deadline_ms_ = hub_.now_ms() + timeout_ms;
}

void Connection::on_opened() {
    if (phase_ == Phase::ended) return;
    phase_ = Phase::open;
    deadline_ms_ = hub_.now_ms() + hub_.limits().first_message_timeout_ms;
    alive_ms_ = pinged_ms_ = hub_.now_ms();
    told_opened_ = true;  // before the call: the host may close inside it
    if (!hub_.opened(*this)) {
        told_opened_ = false;
        begin_close(CloseReason::too_many);
    }
    if (may_read_) read(true);
}

void Connection::on_message(std::string_view message) {
    if (phase_ != Phase::open) return;
    alive_ms_ = hub_.now_ms();
    if (!std::exchange(said_something_, true)) deadline_ms_ = never;
    charge();
    if (phase_ == Phase::open) hub_.received(id_, message);
}

void Connection::on_control_frame() {
    if (phase_ != Phase::open) return;
    alive_ms_ = hub_.now_ms();
    charge();
}

void Connection::on_sign_of_life() { alive_ms_ = hub_.now_ms(); }

void Connection::on_read_done() {
    read_pending_ = false;
    if (phase_ != Phase::open || !may_read_) return;
    read_pending_ = true;
    read_some();
}

void Connection::on_unacceptable(CloseReason reason) {
    read_pending_ = false;
    begin_close(reason);
}

void Connection::on_written(bool failed) {
    queue_.written();
    write_started_ms_ = never;
    if (failed) return on_lost();
    if (queue_.waiting() || phase_ == Phase::closing) ask_flush();
}

void Connection::on_ping_written() { ping_pending_ = false; }

void Connection::on_lost() { drop(); }

void Connection::charge() {
    if (!allowance_.take(alive_ms_)) begin_close(CloseReason::too_fast);
}

void Connection::tell_departed() {
    if (std::exchange(told_opened_, false)) hub_.departed(id_);
}

void Connection::ask_flush() {
    if (std::exchange(flush_asked_, true)) return;
    hub_.wants_flush(*this);
}

}  // namespace casustafel::net
