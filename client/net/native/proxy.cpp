#include "client/net/native/proxy.hpp"

#include <cstdlib>
#include <variant>

namespace casustafel::client_net {
namespace {

bool is_this_computer(std::string_view host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

// "example.org" and ".example.org" stand for that host and all below it, "*" for every host.
bool names(std::string_view entry, std::string_view host) {
    while (entry.starts_with(' ')) entry.remove_prefix(1);
    while (entry.ends_with(' ')) entry.remove_suffix(1);
    if (entry == "*") return true;
    if (entry.starts_with('.')) entry.remove_prefix(1);
    if (entry.empty() || !host.ends_with(entry)) return false;
    return host.size() == entry.size() || host[host.size() - entry.size() - 1] == '.';
}

bool goes_without(std::string_view list, std::string_view host) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        if (names(list.substr(0, comma), host)) return true;
        if (comma == std::string_view::npos) return false;
        list.remove_prefix(comma + 1);
    }
    return false;
}

std::string first_of(const Variable& variable, const char* one, const char* other) {
    const std::string value = variable(one);
    return value.empty() ? variable(other) : value;
}

std::string host_and_port(const Address& server) {
    const std::string text = server.text();
    return text.substr(text.find("://") + 3);
}

}  // namespace

std::optional<Address> proxy_for(const Address& server, const Variable& variable) {
    if (is_this_computer(server.host)) return std::nullopt;
    // HTTP_PROXY in capitals is left out: where a program is run by a web server, a visitor sets
    // it.
    const std::string proxy = server.encrypted ? first_of(variable, "https_proxy", "HTTPS_PROXY")
                                               : variable("http_proxy");
    if (proxy.empty() || goes_without(first_of(variable, "no_proxy", "NO_PROXY"), server.host))
        return std::nullopt;
    const auto parsed = parse_address(proxy);
    const auto* address = std::get_if<Address>(&parsed);
    // One that is itself spoken to over TLS is not understood.
    if (address == nullptr || address->encrypted) return std::nullopt;
    return *address;
}

std::optional<Address> proxy_for(const Address& server) {
    return proxy_for(server, [](const char* name) {
        const char* value = std::getenv(name);
        return value == nullptr ? std::string() : std::string(value);
    });
}

std::string proxy_request(const Address& server) {
    const std::string to = host_and_port(server);
    return "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n";
}

bool proxy_agrees(std::string_view answer) {
    return answer.starts_with("HTTP/1.") && answer.size() > 11 && answer.substr(8, 2) == " 2";
}

}  // namespace casustafel::client_net
