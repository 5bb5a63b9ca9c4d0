#pragma once
// Under which addresses others reach this machine: what can be typed in a window, where the server
// listens on "every address".
#include <string>
#include <vector>

namespace casustafel::net {

// "192.0.2.7" and "[2001:db8::7]": of every network card that is up, but for the machine's own loop
// and addresses that hold on one cable only. When there is none: the loop.
std::vector<std::string> own_addresses(bool v6_too);

// What a client is given when the server listens on this address: the address itself, or each of
// the machine's own when it is "every address".
std::vector<std::string> hosts_to_type(const std::string& listening);

}  // namespace casustafel::net
