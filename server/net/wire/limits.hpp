#pragma once
// Every bound of the server's network room, by name. A connection that passes one is closed with a
// typed reason; the numbers here are what a class of thirty behind one address needs with room to
// spare.
#include <cstddef>
#include <cstdint>

namespace casustafel::net {

struct Limits {
    // Connections.
    std::size_t max_connections = 5'000;  // WebSockets: 200 sessions of 24; one more is too_many
    std::size_t max_unfinished_connections = 1'000;   // sockets that are no WebSocket (yet)
    std::size_t max_connections_of_an_address = 400;  // WebSockets; a house behind one address
    // Thirty browsers load the client at once, six sockets each; one more takes the place of one
    // that rests, else of the oldest.
    std::size_t max_unfinished_of_an_address = 256;
    std::size_t max_header_bytes = 8 * 1024;         // one HTTP request header
    std::int64_t handshake_timeout_ms = 10'000;      // TLS, HTTP header and upgrade together
    std::int64_t first_message_timeout_ms = 10'000;  // from the upgrade: silent
    std::int64_t answer_timeout_ms = 2'000;          // to hang up after an HTTP answer
    std::int64_t piece_timeout_ms = 10'000;          // to take each piece of an answer
    std::size_t piece_bytes = 64 * 1024;             // of an answer: what is written at once
    std::int64_t keep_alive_ms = 65'000;    // from an answer to the next request on the same socket
    std::int64_t close_timeout_ms = 3'000;  // from deciding to close until the socket is cut
    std::int64_t stop_timeout_ms = 5'000;   // a stopping server waits no longer for its peers

    // Lines without a WebSocket.
    std::int64_t line_deaf_ms = 15'000;         // nobody listens on it: it is lost
    std::int64_t poll_ms = 20'000;              // then a poll is answered with nothing
    std::size_t max_send_bytes = 256 * 1024;    // all messages of one request: 413
    std::int64_t unknown_lines_per_second = 1;  // asked for from one address; then each costs
    std::int64_t unknown_lines_at_once = 200;   // the asker a socket

    // What comes in.
    std::size_t max_message_bytes = 64 * 1024;  // one WebSocket message: too_large
    std::int64_t messages_per_second = 25;      // on average, control frames counted: too_fast
    std::int64_t message_burst = 100;           // this many may come at once
    std::int64_t silent_after_ms = 60'000;      // without a whole frame: silent
    std::int64_t heartbeat_every_ms = 20'000;   // a ping, so that a living peer is never silent

    // What goes out.
    std::size_t max_queued_bytes = 4 * 1024 * 1024;  // waiting and being written: too_slow
    std::size_t max_queued_messages = 4'096;         // the same
    std::size_t max_batch_bytes = 1024 * 1024;       // messages joined into one write
    std::int64_t write_timeout_ms = 30'000;          // one write that does not finish: too_slow
    int socket_send_buffer_bytes = 256 * 1024;       // what the kernel may hold for one slow reader

    // The loop.
    std::int64_t longest_handling_ms = 10;  // then the turn's one flush, though more is ready
    std::int64_t slow_turn_ms = 20;         // a longer turn is counted and logged
    std::int64_t sweep_every_ms = 1'000;    // how often deadlines are looked at
    std::int64_t look_at_certificate_every_ms = 60'000;  // was it renewed?
};

// What is computed beside the loop.
inline constexpr int work_threads = 2;

}  // namespace casustafel::net
