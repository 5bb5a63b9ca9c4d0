#include "server/net/wire/own_addresses.hpp"

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <cstring>

#include "server/net/wire/asio.hpp"

namespace casustafel::net {
namespace {

std::string v4_of(const sockaddr& address) {
    sockaddr_in found{};
    std::memcpy(&found, &address, sizeof found);
    return asio::ip::address_v4(ntohl(found.sin_addr.s_addr)).to_string();
}

// Empty for an address that holds on one cable only.
std::string v6_of(const sockaddr& address) {
    sockaddr_in6 found{};
    std::memcpy(&found, &address, sizeof found);
    asio::ip::address_v6::bytes_type bytes;
    std::memcpy(bytes.data(), &found.sin6_addr, bytes.size());
    const asio::ip::address_v6 v6(bytes);
    return v6.is_link_local() ? std::string() : "[" + v6.to_string() + "]";
}

}  // namespace

std::vector<std::string> own_addresses(bool v6_too) {
    std::vector<std::string> found, later;
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) == 0) {
        for (const ifaddrs* each = all; each != nullptr; each = each->ifa_next) {
            if (each->ifa_addr == nullptr || (each->ifa_flags & IFF_UP) == 0 ||
                (each->ifa_flags & IFF_LOOPBACK) != 0)
                continue;
            if (each->ifa_addr->sa_family == AF_INET) found.push_back(v4_of(*each->ifa_addr));
            if (!v6_too || each->ifa_addr->sa_family != AF_INET6) continue;
            if (auto v6 = v6_of(*each->ifa_addr); !v6.empty()) later.push_back(std::move(v6));
        }
        ::freeifaddrs(all);
    }
    found.insert(found.end(), later.begin(), later.end());
    if (found.empty()) found.push_back("127.0.0.1");
    return found;
}

std::vector<std::string> hosts_to_type(const std::string& listening) {
    ErrorCode error;
    const auto address = asio::ip::make_address(listening, error);
    if (!error && address.is_unspecified()) return own_addresses(address.is_v6());
    return {!error && address.is_v6() ? "[" + listening + "]" : listening};
}

}  // namespace casustafel::net
