#pragma once
// Makes the native connection: a thread of its own with Asio and Beast, TLS against the system's
// certificates. Trust in a certificate the system does not know is only ever the user's own choice.
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "client/net/address.hpp"
#include "client/net/connection.hpp"
#include "client/net/limits.hpp"

namespace casustafel::client_net {

struct ConnectOptions {
    Address address;
    // SHA-256 of one certificate that is accepted although the system does not vouch for it; hex
    // digits, colons allowed; empty: none.
    std::string accept_certificate_fingerprint;
    // False accepts any certificate. It is for tests and for somebody who said so explicitly.
    bool verify_certificate = true;
    // The way out of this network; nothing: there is none, or straight to the server.
    std::optional<Address> proxy;
    Limits limits;
};

// Starts connecting at once, by the proxy that the environment names unless one is given. `wake` is
// called on the network thread when the first event waits; it must not call the connection, and is
// not called after the connection is destroyed.
std::unique_ptr<Connection> connect(ConnectOptions options, std::function<void()> wake);

}  // namespace casustafel::client_net
