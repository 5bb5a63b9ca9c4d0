#pragma once
// A line of plain requests (server/net/README.md, section lines), tried once for somebody who looks
// whether a network lets it through: it opens the line, says one frame, waits for the first batch
// and closes it. A browser plays over such lines; this program itself only looks.
#include <string>

#include "client/net/native/line.hpp"
#include "client/net/ways.hpp"

namespace casustafel::client_net {

struct PostedTrial {
    std::string batch;   // the first that came down; empty: none
    std::string detail;  // why not: the system's words, or the first line of another answer
};

// `way` is a stream or a poll, `frame` what is said first. Takes some `attempt_timeout_ms` for each
// of its requests that nobody answers.
PostedTrial try_posted(const ConnectOptions& options, Way way, const std::string& frame);

}  // namespace casustafel::client_net
