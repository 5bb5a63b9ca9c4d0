#pragma once
// What one connection still has to be sent: shared immutable messages in order, those waiting and
// those inside the write under way. It is bounded over both, and it copies no byte.
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace casustafel::net {

using Message = std::shared_ptr<const std::string>;

class OutgoingQueue {
public:
    OutgoingQueue(std::size_t max_messages, std::size_t max_bytes)
        : max_messages_(max_messages), max_bytes_(max_bytes) {}

    // Adds at the end; false, and nothing added, when that would pass a limit.
    bool push(Message message);

    // Moves the first messages, up to `max_batch_bytes` but at least one, into the write under way
    // and shows them until `written`. Call only when nothing is being written.
    std::span<const Message> take(std::size_t max_batch_bytes);

    // The write under way is over; its messages are released.
    void written();

    // Forgets what waits; what is being written stays until `written`.
    void drop_waiting();

    bool waiting() const { return !waiting_.empty(); }
    bool writing() const { return !in_flight_.empty(); }
    std::size_t bytes() const { return waiting_bytes_ + in_flight_bytes_; }

private:
    std::size_t max_messages_;
    std::size_t max_bytes_;
    std::size_t waiting_bytes_ = 0;
    std::size_t in_flight_bytes_ = 0;
    std::vector<Message> waiting_;
    std::vector<Message> in_flight_;
};

}  // namespace casustafel::net
