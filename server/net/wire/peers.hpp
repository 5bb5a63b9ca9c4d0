#pragma once
// Who a peer is, as far as the network tells: the word by which an address is counted, for whom a
// proxy speaks, and whether a web page may speak to this server. It must not know connections.
#include <string>
#include <string_view>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"
#include "server/net/wire/asio.hpp"

namespace casustafel::net {

// An IPv4 address as it is written; of an IPv6 address the first 64 bits, which one household has.
hosting::PeerAddress peer_address(const asio::ip::address&);

// The last address in X-Forwarded-For: the one that the trusted proxy itself saw. Empty when there
// is none.
hosting::PeerAddress forwarded_for(std::string_view header);

// A browser says from which page it was asked to come here. That page must be our own: it stands in
// the list, or has the host that was asked for, and that host cannot be somebody else's name for
// this machine (it is an address, localhost, or proven by TLS). No origin: no browser.
bool may_speak_from(std::string_view origin, std::string_view host, bool proven,
                    const std::vector<std::string>& allowed);

}  // namespace casustafel::net
