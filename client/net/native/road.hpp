#pragma once
// One connection to a server for a question over HTTP: through the proxy if there is one, encrypted
// if the address is. It says how far it came and what came back; what is asked and how an answer
// reads is not its business. All on one thread.
#include <array>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <string>
#include <vector>

#include "client/net/native/asio.hpp"
#include "client/net/native/line.hpp"
#include "client/net/native/race.hpp"

namespace casustafel::client_net {

class Road {
public:
    // `options` outlives it.
    Road(asio::io_context& context, const ConnectOptions& options);

    // How far it came, in this order.
    enum class Reached : std::uint8_t { nothing, name, server, secured };
    // False: it ended at `reached`, as `detail` says in the system's words.
    asio::awaitable<bool> open();

    // Writes `request`, which the caller sets: a text made inside a co_await is not safe with
    // GCC 12.
    asio::awaitable<bool> write();
    // Adds what comes next to `answer`. False: nothing will come any more.
    asio::awaitable<bool> read();
    // A whole question: writes and reads until the server hangs up.
    asio::awaitable<void> ask();

    // The Host line that the server expects.
    std::string host_line() const;

    Reached reached = Reached::nothing;
    std::vector<std::string> addresses;  // of the server's name, or of the proxy's
    std::string detail, request, answer;
    SSL* encryption() { return stream_.native_handle(); }

private:
    using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
    asio::awaitable<bool> pass_proxy();
    asio::awaitable<bool> shake_hands();
    bool fail(const ErrorCode& error);

    asio::io_context& context_;
    const ConnectOptions& options_;
    asio::ssl::context trust_;
    Stream stream_;
    bool encrypted_ = false;  // what is written and read now
    std::array<char, 4096> piece_{};
    Race race_;
};

}  // namespace casustafel::client_net
