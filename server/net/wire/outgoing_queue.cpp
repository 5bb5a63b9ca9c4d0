#include "server/net/wire/outgoing_queue.hpp"

#include <utility>

namespace casustafel::net {
namespace {

// A burst leaves large vectors behind; an idle connection should not keep them.
constexpr std::size_t kept_capacity = 16;

void clear(std::vector<Message>& messages) {
    if (messages.capacity() > kept_capacity)
        std::vector<Message>().swap(messages);
    else
        messages.clear();
}

}  // namespace

bool OutgoingQueue::push(Message message) {
    const auto size = message->size();
    if (waiting_.size() + in_flight_.size() >= max_messages_) return false;
    if (size > max_bytes_ || bytes() > max_bytes_ - size) return false;
    waiting_bytes_ += size;
    waiting_.push_back(std::move(message));
    return true;
}

std::span<const Message> OutgoingQueue::take(std::size_t max_batch_bytes) {
    if (waiting_bytes_ <= max_batch_bytes) {
        std::swap(waiting_, in_flight_);
        in_flight_bytes_ = std::exchange(waiting_bytes_, 0);
        return in_flight_;
    }
    std::size_t count = 0;
    while (count < waiting_.size() &&
           (count == 0 || in_flight_bytes_ + waiting_[count]->size() <= max_batch_bytes))
        in_flight_bytes_ += waiting_[count++]->size();
    const auto middle = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    in_flight_.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(middle));
    waiting_.erase(waiting_.begin(), middle);
    waiting_bytes_ -= in_flight_bytes_;
    return in_flight_;
}

void OutgoingQueue::written() {
    clear(in_flight_);
    in_flight_bytes_ = 0;
}

void OutgoingQueue::drop_waiting() {
    clear(waiting_);
    waiting_bytes_ = 0;
}

}  // namespace casustafel::net
