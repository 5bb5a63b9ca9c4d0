#pragma once
// Whether a server proved who it is. OpenSSL judges chain and host name during the handshake; the
// verdict is read here, after the handshake and before the first byte of ours.
#include <string>

#include "client/net/native/asio.hpp"
#include "client/net/native/line.hpp"

namespace casustafel::client_net {

// A context that trusts what the system trusts, TLS 1.2 or later.
asio::ssl::context trusting_context();

// Tells OpenSSL which host the certificate must be for; false when that name cannot be one.
bool expect_host(SSL* connection, const std::string& host);

struct CertificateVerdict {
    bool accepted = false;
    std::string detail;  // OpenSSL's reason
    // What is wrong with it beside that nobody vouches for it: "expired", "not_yet" or
    // "other_name", as texts call it; empty: nothing else.
    std::string flaw;
    std::string fingerprint;  // SHA-256, 64 hex digits; empty: no certificate was shown
};

// The verdict on the certificate this connection showed, the user's own choice included.
CertificateVerdict judge_certificate(SSL* connection, const ConnectOptions& options);

}  // namespace casustafel::client_net
