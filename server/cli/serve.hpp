#pragma once
// `casustafel serve`: puts store, host and network together and runs them until told to stop.
#include <optional>
#include <string>
#include <vector>

#include "assets/text/text.hpp"

namespace casustafel::cli {

struct ServeOptions {
    std::string listen = "127.0.0.1:4000";
    std::string data = "casustafel-data";
    // postgresql://…: the logs are in that database, and only what is of this machine in `data`.
    std::string store;
    std::string scenarios = "scenarios";
    std::string web;  // the folder of the browser's client; empty: the usual one, if it is there
    std::string tls_cert, tls_key;
    // Where a first start writes the trainer key, for nobody but its owner to read; empty: stdout.
    std::string trainer_key_file;
    std::string
        join_address;  // where people come in, for QR and projector; empty: as each client came
    std::vector<std::string> trusted_proxies, allowed_origins;  // as net::Options has them
    bool proxy_protocol = false;
    std::string security_contact;  // whom to tell of a hole: "mailto:…" or "https://…"
    std::string metrics;  // where programs that watch the server ask for figures; empty: nowhere
    bool log_addresses = false;  // whoever runs the server wants to read where people come from
    text::Language language = text::Language::nl;
};

// Serves until SIGINT or SIGTERM; gives the exit code. On stdout, flushed, one a line: `listening
// URL` (each that a client may be given), `trainer-key KEY` or `trainer-key-file FILE` (first
// start only), `session CODE` for each recovered and each new session.
int serve(const ServeOptions&);

}  // namespace casustafel::cli
