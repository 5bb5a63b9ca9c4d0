#pragma once
// What a line is made of: where to, what to trust on the way, and how patient to be.
#include <optional>
#include <string>

#include "client/net/address.hpp"
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

}  // namespace casustafel::client_net
