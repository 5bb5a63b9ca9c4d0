#pragma once
// The two boxes between the program's thread and the network thread: events inwards, messages
// outwards. Both are bounded. A message belongs to the connection whose `opened` the program has
// polled; when that connection is gone, so is the message.
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "client/net/connection.hpp"

namespace casustafel::client_net {

class Mailboxes {
public:
    Mailboxes(std::size_t max_inbox_bytes, std::size_t max_outgoing_bytes,
              std::function<void()> wake);

    // The network thread's side.
    void put(Event event);
    bool inbox_full() const;
    std::optional<std::string> take_outgoing();
    bool outgoing_empty() const;

    // The program's side. `poll` answers whether the inbox had been full, `send` whether it took
    // the bytes.
    bool poll(std::vector<Event>& events);
    bool send(std::string bytes);

private:
    void forget_unseen_connection();

    mutable std::mutex mutex_;
    const std::size_t max_inbox_bytes_;
    const std::size_t max_outgoing_bytes_;
    const std::function<void()> wake_;
    std::vector<Event> inbox_;
    std::size_t inbox_bytes_ = 0;
    std::deque<std::string> outgoing_;
    std::size_t outgoing_bytes_ = 0;
    bool open_ = false;         // as the network thread knows it
    bool open_polled_ = false;  // the program has seen the `opened` of the connection that is open
};

}  // namespace casustafel::client_net
