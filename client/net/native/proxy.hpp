#pragma once
// The proxy through which a network lets its people out, as their system names it: https_proxy or
// HTTPS_PROXY for encrypted addresses, http_proxy for others, and no_proxy for what is reached
// without. This computer itself is always reached without.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "client/net/address.hpp"

namespace casustafel::client_net {

// The value of an environment variable; empty: it has none.
using Variable = std::function<std::string(const char* name)>;

std::optional<Address> proxy_for(const Address& server, const Variable& variable);
// The same, from the environment of this program.
std::optional<Address> proxy_for(const Address& server);

// What asks a proxy for a way to this server, and whether its answer gives one.
std::string proxy_request(const Address& server);
bool proxy_agrees(std::string_view answer);

}  // namespace casustafel::client_net
