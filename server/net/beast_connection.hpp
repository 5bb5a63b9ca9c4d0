#pragma once
// The bytes of one peer: TLS handshake, HTTP header, WebSocket. Only its .cpp includes Beast's
// WebSocket, which takes half a minute to compile, once for plain and once for TLS.
#include <memory>

#include "server/net/wire/connection.hpp"

namespace casustafel::net {

// Makes a connection over this accepted socket, with TLS when there is a context.
std::shared_ptr<Connection> make_connection(Hub& hub, ConnectionId id, hosting::PeerAddress address,
                                            Socket socket, asio::ssl::context* tls);

}  // namespace casustafel::net
