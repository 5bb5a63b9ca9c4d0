#pragma once
// `casustafel serve`: puts store, host and network together and runs them until told to stop.
#include <optional>
#include <string>

#include "assets/text/text.hpp"

namespace casustafel::cli {

struct ServeOptions {
    std::string listen = "127.0.0.1:4000";
    std::string data = "casustafel-data";
    std::string scenarios = "scenarios";
    std::string tls_cert, tls_key;
    text::Language language = text::Language::nl;
};

// Serves until SIGINT or SIGTERM; gives the exit code. On stdout, flushed, one a line: `listening
// URL`, `trainer-key KEY` (first start only), `session CODE` for each recovered and each new
// session.
int serve(const ServeOptions&);

}  // namespace casustafel::cli
