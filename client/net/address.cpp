#include "client/net/address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace casustafel::client_net {
namespace {

constexpr std::size_t max_host_bytes = 253;

bool has_only(std::string_view text, std::string_view extra) {
    return std::all_of(text.begin(), text.end(), [extra](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               extra.find(c) != std::string_view::npos;
    });
}

std::string_view without_spaces(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::optional<std::uint16_t> parse_port(std::string_view digits) {
    std::uint16_t port = 0;
    const auto* const last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, port);
    if (error != std::errc{} || end != last || port == 0) return std::nullopt;
    return port;
}

struct Scheme {
    bool encrypted = false;
    std::uint16_t default_port = 0;  // 0: a port must be given
};

// Takes "scheme://" off the text.
std::optional<Scheme> take_scheme(std::string_view& text) {
    const auto mark = text.find("://");
    if (mark == std::string_view::npos) return Scheme{};
    const auto scheme = lower(text.substr(0, mark));
    text.remove_prefix(mark + 3);
    if (scheme == "http" || scheme == "ws") return Scheme{false, 80};
    if (scheme == "https" || scheme == "wss") return Scheme{true, 443};
    return std::nullopt;
}

}  // namespace

std::string Address::text() const {
    const bool v6 = host.find(':') != std::string::npos;
    return (encrypted ? "https://" : "http://") + (v6 ? "[" + host + "]" : host) + ":" +
           std::to_string(port);
}

std::string_view name(AddressError error) {
    switch (error) {
        case AddressError::empty: return "empty";
        case AddressError::unknown_scheme: return "unknown_scheme";
        case AddressError::bad_host: return "bad_host";
        case AddressError::no_port: return "no_port";
        case AddressError::bad_port: return "bad_port";
        case AddressError::has_path: return "has_path";
        case AddressError::has_user: return "has_user";
    }
    return "bad_host";
}

std::variant<Address, AddressError> parse_address(std::string_view text) {
    text = without_spaces(text);
    if (text.empty()) return AddressError::empty;
    const auto scheme = take_scheme(text);
    if (!scheme) return AddressError::unknown_scheme;
    if (text.ends_with('/')) text.remove_suffix(1);
    if (text.find_first_of("/?#\\") != std::string_view::npos) return AddressError::has_path;
    if (text.find('@') != std::string_view::npos) return AddressError::has_user;

    Address address{scheme->encrypted, {}, scheme->default_port};
    const bool v6 = text.starts_with('[');
    const auto colon = v6 ? text.find(':', text.find(']')) : text.find(':');
    const auto host = text.substr(0, colon);
    if (v6) {
        if (!host.ends_with(']') || host.size() < 4) return AddressError::bad_host;
        address.host = lower(host.substr(1, host.size() - 2));
    } else {
        address.host = lower(host);
    }
    if (address.host.empty() || address.host.size() > max_host_bytes ||
        !has_only(address.host, v6 ? ":.%" : ".-_"))
        return AddressError::bad_host;

    if (colon == std::string_view::npos)
        return address.port == 0 ? std::variant<Address, AddressError>(AddressError::no_port)
                                 : address;
    const auto port = parse_port(text.substr(colon + 1));
    if (!port) return AddressError::bad_port;
    address.port = *port;
    return address;
}

}  // namespace casustafel::client_net
