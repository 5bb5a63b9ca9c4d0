#pragma once
// One look at the way to a server, step by step, for somebody who reads it to a help desk: the
// addresses of the name, the proxy between, the certificate, an answer over HTTP and the clocks. It
// changes nothing and tries nothing twice.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/net/connect_options.hpp"

namespace casustafel::client_net {

struct Probe {
    // As Road has them, and an answer over HTTP.
    enum class Reached : std::uint8_t { nothing, name, server, secured, answer };
    Reached reached = Reached::nothing;
    std::string first;                   // whose name was looked up: the proxy's, if there is one
    std::vector<std::string> addresses;  // of it
    std::string proxy;                   // empty: none is used
    std::string detail;                  // the system's words where it ended
    // Of an encrypted server.
    std::string certificate_of, certificate_until;  // its first name; a date, "2027-03-01"
    bool certificate_good = false;
    std::string certificate_flaw;  // as CertificateVerdict has it
    // By how much the clock of this computer is ahead of the server's, if it tells.
    std::optional<std::int64_t> clock_ahead_ms;
};

// Takes at most twice `attempt_timeout_ms`.
Probe probe(const ConnectOptions& options);

}  // namespace casustafel::client_net
