#include "server/net/wire/peers.hpp"

#include <algorithm>

namespace casustafel::net {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "example.org:4000" as "example.org"; "[::1]:4000" as "::1".
std::string name_of_host(std::string_view host) {
    if (host.starts_with('[')) return std::string(host.substr(1, host.find(']') - 1));
    return std::string(host.substr(0, host.find(':')));
}

bool is_this_machine_or_an_address(const std::string& name) {
    ErrorCode no_address;
    asio::ip::make_address(name, no_address);
    return !no_address || name == "localhost";
}

}  // namespace

hosting::PeerAddress peer_address(const asio::ip::address& address) {
    if (address.is_v4()) return address.to_string();
    const asio::ip::address_v6 v6 = address.to_v6();
    if (v6.is_v4_mapped()) return asio::ip::make_address_v4(asio::ip::v4_mapped, v6).to_string();
    if (v6.is_loopback()) return v6.to_string();
    asio::ip::address_v6::bytes_type bytes = v6.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return asio::ip::address_v6(bytes).to_string() + "/64";
}

hosting::PeerAddress forwarded_for(std::string_view header) {
    const auto comma = header.rfind(',');
    std::string last(trimmed(comma == std::string_view::npos ? header : header.substr(comma + 1)));
    ErrorCode no_address;
    auto address = asio::ip::make_address(last, no_address);
    if (no_address) address = asio::ip::make_address(name_of_host(last), no_address);
    return no_address ? hosting::PeerAddress() : peer_address(address);
}

bool may_speak_from(std::string_view origin, std::string_view host, bool proven,
                    const std::vector<std::string>& allowed) {
    if (origin.empty()) return true;
    if (std::find(allowed.begin(), allowed.end(), origin) != allowed.end()) return true;
    const auto scheme = origin.find("://");
    if (scheme == std::string_view::npos || origin.substr(scheme + 3) != host) return false;
    return proven || is_this_machine_or_an_address(name_of_host(host));
}

}  // namespace casustafel::net
