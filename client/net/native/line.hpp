#pragma once
// Makes the native connection: a thread of its own with Asio and Beast, TLS against the system's
// certificates. Trust in a certificate the system does not know is only ever the user's own choice.
#include <functional>
#include <memory>

#include "client/net/connect_options.hpp"
#include "client/net/connection.hpp"

namespace casustafel::client_net {

// Starts connecting at once, by the proxy that the environment names unless one is given. `wake` is
// called on the network thread when the first event waits; it must not call the connection, and is
// not called after the connection is destroyed.
std::unique_ptr<Connection> connect(ConnectOptions options, std::function<void()> wake);

}  // namespace casustafel::client_net
