#pragma once
// Every bound of the client's network room, by name.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casustafel::client_net {

struct Limits {
    std::size_t max_message_bytes =
        16 * 1024 * 1024;                          // from the server; more and the line is dropped
    std::size_t max_outgoing_bytes = 1024 * 1024;  // `send` says no beyond this
    std::size_t max_inbox_bytes = 32 * 1024 * 1024;  // not polled: the line is not read beyond this
    std::int64_t head_start_ms = 300;                // of each address of a name on the next
    std::int64_t attempt_timeout_ms = 10'000;        // to connect, and again for the handshakes
    std::int64_t silence_ms = 45'000;                // a ping after half of it, then a new attempt
    std::int64_t farewell_ms = 500;                  // a closing program waits no longer
    std::vector<std::int64_t> retry_after_ms = {200, 500, 1'000, 2'000, 4'000};
};

}  // namespace casustafel::client_net
