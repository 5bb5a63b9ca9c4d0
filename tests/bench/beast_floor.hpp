#pragma once
// The floor the server is measured against: Beast alone, on one thread, doing nothing but the
// fan-out of the workload. For each command from any client of a session it sends one update to
// the speaker and the next ones, to three of them with the private text, one `async_write` per
// client per command. It checks nothing, stores nothing, and knows nothing.
//
// The wire: a command is any binary message that begins with eight bytes of the sender's choice. An
// update is those eight bytes and then filling; under it lies a length of four bytes (little
// endian), so that updates can be joined. Connections form sessions in the order in which they
// come.
#include <cstddef>
#include <cstdint>
#include <string>

#include "server_process.hpp"

namespace casustafel::bench {

struct Workload {
    int clients_per_session = 12;
    int hearers = 12;         // the speaker included
    int private_readers = 3;  // the first ones of each session
    std::size_t public_bytes = 120;
    std::size_t private_bytes = 400;
};

inline constexpr std::size_t command_key_bytes = 8;

// One update as both the floor and the server under test send it.
std::string update_for(const std::string& key, std::size_t bytes);

// Listens on a free port of 127.0.0.1 (told through `shared`) and serves for ever.
void serve_beast_floor(const Workload& workload, Shared& shared);

}  // namespace casustafel::bench
