#pragma once
// The server's side of TLS: one context from two files, TLS 1.2 or later. A file that does not
// serve is a StartError that names it; OpenSSL never asks a passphrase on the terminal.
#include <memory>
#include <variant>

#include "server/net/wire/asio.hpp"
#include "server/net/wire/options.hpp"

namespace casustafel::net {

using TlsContext = std::unique_ptr<asio::ssl::context>;

// A context that holds this certificate and key, or what is wrong with them.
std::variant<TlsContext, StartError> load_tls(const TlsFiles& files);

}  // namespace casustafel::net
