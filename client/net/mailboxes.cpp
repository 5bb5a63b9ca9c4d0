#include "client/net/mailboxes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace casustafel::client_net {

Mailboxes::Mailboxes(std::size_t max_inbox_bytes, std::size_t max_outgoing_bytes,
                     std::function<void()> wake)
    : max_inbox_bytes_(max_inbox_bytes),
      max_outgoing_bytes_(max_outgoing_bytes),
      wake_(std::move(wake)) {}

void Mailboxes::put(Event event) {
    bool was_empty = false;
    {
        const std::lock_guard lock(mutex_);
        if (event.kind != Event::Kind::received) {
            open_ = event.kind == Event::Kind::opened;
            open_polled_ = false;
            outgoing_.clear();
            outgoing_bytes_ = 0;
        }
        if (event.kind == Event::Kind::opened) forget_unseen_connection();
        was_empty = inbox_.empty();
        inbox_bytes_ += event.bytes.size();
        inbox_.push_back(std::move(event));
    }
    if (was_empty && wake_) wake_();
}

void Mailboxes::forget_unseen_connection() {
    // A connection that came and went before anybody looked: with two `opened` in one poll the
    // program would greet twice, and both greetings would go to the second.
    const auto unseen = std::find_if(inbox_.begin(), inbox_.end(), [](const Event& event) {
        return event.kind == Event::Kind::opened;
    });
    for (auto event = unseen; event != inbox_.end(); ++event) inbox_bytes_ -= event->bytes.size();
    inbox_.erase(unseen, inbox_.end());
}

bool Mailboxes::inbox_full() const {
    const std::lock_guard lock(mutex_);
    return inbox_bytes_ >= max_inbox_bytes_;
}

std::optional<std::string> Mailboxes::take_outgoing() {
    const std::lock_guard lock(mutex_);
    if (outgoing_.empty()) return std::nullopt;
    auto bytes = std::move(outgoing_.front());
    outgoing_.pop_front();
    outgoing_bytes_ -= bytes.size();
    return bytes;
}

bool Mailboxes::outgoing_empty() const {
    const std::lock_guard lock(mutex_);
    return outgoing_.empty();
}

bool Mailboxes::poll(std::vector<Event>& events) {
    const std::lock_guard lock(mutex_);
    const bool was_full = inbox_bytes_ >= max_inbox_bytes_;
    events.insert(events.end(), std::make_move_iterator(inbox_.begin()),
                  std::make_move_iterator(inbox_.end()));
    inbox_.clear();
    inbox_bytes_ = 0;
    open_polled_ = open_;
    return was_full;
}

bool Mailboxes::send(std::string bytes) {
    const std::lock_guard lock(mutex_);
    if (!open_polled_ || bytes.size() > max_outgoing_bytes_ - outgoing_bytes_) return false;
    outgoing_bytes_ += bytes.size();
    outgoing_.push_back(std::move(bytes));
    return true;
}

}  // namespace casustafel::client_net
