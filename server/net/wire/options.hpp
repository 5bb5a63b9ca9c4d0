#pragma once
// What an operator decides about the listening socket, and what can be wrong with it. A StartError
// is a value for the operator: what failed, where, and (by text key `listen.<name>`) what to do
// about it.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/journal/notice.hpp"
#include "server/net/files/web_files.hpp"
#include "server/net/wire/limits.hpp"

namespace casustafel::net {

// PEM files; the certificate file may hold the whole chain, the key must not have a passphrase.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

struct Options {
    std::string address = "127.0.0.1";  // an IPv4 or IPv6 address of this machine
    std::uint16_t port = 0;             // 0 picks a free one
    std::optional<TlsFiles> tls;  // with it everything is TLS 1.2 or later, without it nothing is
    // Addresses of proxies that are believed when they say for whom they speak, as peer_address
    // writes them.
    std::vector<std::string> trusted_proxies;
    // These proxies begin each connection with a PROXY header (proxy_header.hpp) and are refused
    // without one; otherwise they say it in X-Forwarded-For.
    bool proxy_protocol = false;
    // Web pages that may speak to this server beside its own, as "https://example.org".
    std::vector<std::string> allowed_origins;
    // What a browser gets; nothing: a page that says how to take part.
    std::shared_ptr<const WebFiles> web;
    // Whom to tell of a hole in the server, as "mailto:…" or "https://…"; empty: nobody.
    std::string security_contact;
    // What whoever runs the server should hear.
    journal::Tell tell_operator = [](const journal::Notice&) {};
    Limits limits;
};

enum class StartFailure : std::uint8_t {
    bad_address,           // no address:port
    address_in_use,        // another program listens there
    address_not_here,      // no network card of this machine has this address
    not_permitted,         // ports below 1024 need a right
    certificate_unusable,  // not there, not readable or no PEM certificate
    key_unusable,          // the same for the private key, or it has a passphrase
    key_does_not_fit,      // the key belongs to another certificate
    other,                 // what the system said is in `detail`
};

std::string_view name(StartFailure failure);

struct StartError {
    StartFailure failure = StartFailure::other;
    std::string where;   // the address:port or the file
    std::string detail;  // the system's or the library's own words, for a log
};

struct ListenAddress {
    std::string address;
    std::uint16_t port = 0;
};

// Reads "ADDRESS:PORT", "[IPV6]:PORT" or "localhost:PORT"; nothing when it is none of these.
std::optional<ListenAddress> parse_listen(std::string_view text);

}  // namespace casustafel::net
