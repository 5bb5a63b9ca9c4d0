#include "server/net/doors/line.hpp"

#include <utility>

#include "server/net/doors/line_format.hpp"

namespace casustafel::net {

void Line::start() {
    since_ms_ = hub().now_ms();
    on_opened();
}

void Line::listen(std::shared_ptr<Listener> listener, Way way) {
    if (listener_ && saying_ == Said::nothing) speak(Said::nothing_new, {}, {.status = 204});
    on_sign_of_life();
    listener_ = std::move(listener);
    way_ = way;
    since_ms_ = hub().now_ms();
    streamed_ = way == Way::stream;
    go_on();
}

void Line::stopped_listening(const Listener& listener) {
    if (listener_.get() != &listener) return;
    listener_.reset();
    since_ms_ = hub().now_ms();
    if (way_ == Way::stream) on_lost();
}

void Line::said(bool failed) {
    const auto what = std::exchange(saying_, Said::nothing);
    if (what == Said::batch) {
        batch_ = {};
        on_written(failed);
    } else if (what == Said::ping) {
        on_ping_written();
        if (!failed && !answers_pings_) on_sign_of_life();
    }
    // Who was told that there is nothing new missed nothing.
    if ((failed && what != Said::nothing_new) || what == Said::close) return on_lost();
    go_on();
}

bool Line::begin_sending() {
    if (!std::exchange(sending_, true)) return true;
    on_unacceptable(CloseReason::too_fast);
    return false;
}

void Line::take(std::string messages, std::function<void()> taken) {
    taken_ = std::move(taken);
    brought_ = std::move(messages);
    delivered_ = 0;
    if (brought_.empty()) {
        answers_pings_ = true;
        on_control_frame();
    }
    if (const auto flaw = flaw_of_messages(brought_, hub().limits().max_message_bytes))
        on_unacceptable(*flaw);
    deliver();
}

void Line::read_some() {
    wants_message_ = true;
    if (delivering_ || delivered_ >= brought_.size()) return;
    // The host asked, who must not be called back from inside its own call.
    hub().later([self = shared_from_this(), this] { deliver(); });
}

void Line::deliver() {
    delivering_ = true;
    while (is_talking() && wants_message_ && delivered_ < brought_.size()) {
        wants_message_ = false;
        const std::string_view message =
            first_message(std::string_view(brought_).substr(delivered_));
        delivered_ += message_head_bytes + message.size();
        on_message(message);
        on_read_done();
    }
    delivering_ = false;
    if (!is_talking() || delivered_ >= brought_.size()) finish_sending();
}

void Line::finish_sending() {
    std::string().swap(brought_);
    sending_ = false;
    if (taken_) std::exchange(taken_, nullptr)();
}

void Line::write(std::span<const Message> messages) {
    batch_ = messages;
    go_on();
}

void Line::write_close(CloseReason reason) {
    ending_ = reason;
    finish_sending();
    go_on();
}

void Line::write_ping() {
    if (!streams() || saying_ != Said::nothing) return on_ping_written();
    wants_ping_ = true;
    go_on();
}

void Line::close_socket() {
    if (listener_) std::exchange(listener_, nullptr)->line_ended();
    finish_sending();
    hub().forget_line(key_);
}

void Line::look(std::int64_t now_ms) {
    const auto waited_ms = now_ms - since_ms_;
    if (!listener_) {
        if (saying_ == Said::nothing && waited_ms >= hub().limits().line_deaf_ms) on_lost();
    } else if (way_ == Way::poll && waited_ms >= hub().limits().poll_ms) {
        if (saying_ == Said::nothing) speak(Said::nothing_new, {}, {.status = 204});
    }
}

void Line::go_on() {
    if (saying_ != Said::nothing || !listener_) return;
    if (!batch_.empty())
        speak(Said::batch, streams() ? event_of(batch_) : std::string(),
              streams() ? Answer() : batch_answer(batch_));
    else if (ending_)
        speak(Said::close, closing_event(*ending_), ending_answer(*ending_));
    else if (std::exchange(wants_ping_, false))
        speak(Said::ping, std::string(empty_event), {});
}

void Line::speak(Said what, std::string stream_bytes, Answer poll_answer) {
    saying_ = what;
    if (way_ == Way::stream) return listener_->say(std::move(stream_bytes), what == Said::close);
    since_ms_ = hub().now_ms();
    std::exchange(listener_, nullptr)->answer_poll(std::move(poll_answer));
}

}  // namespace casustafel::net
