#pragma once
// Where a server is, as a person types it: "http://host:port", "https://…", "ws://…", "wss://…" or
// a bare "host:port". What cannot be meant is refused with a reason (text key `address.<name>`),
// never guessed.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace casustafel::client_net {

struct Address {
    bool encrypted = false;
    std::string host;  // a name, an IPv4 address, or an IPv6 address without brackets
    std::uint16_t port = 0;

    // "https://host:port", as the server prints it.
    std::string text() const;
};

enum class AddressError : std::uint8_t {
    empty,
    unknown_scheme,  // not http, https, ws or wss
    bad_host,        // empty, too long, or with characters no host name has
    no_port,         // a bare host: which port is meant cannot be known
    bad_port,        // not 1 to 65535
    has_path,        // more than the server's own address
    has_user,        // user@host
};

std::string_view name(AddressError error);

// Reads an address; surrounding spaces are ignored, as is a final slash.
std::variant<Address, AddressError> parse_address(std::string_view text);

}  // namespace casustafel::client_net
