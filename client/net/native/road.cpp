#include "client/net/native/road.hpp"

#include <chrono>
#include <utility>

#include "client/net/native/certificate.hpp"
#include "client/net/native/proxy.hpp"

namespace casustafel::client_net {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t longest_answer = 64 * 1024;

}  // namespace

Road::Road(asio::io_context& context, const ConnectOptions& options)
    : context_(context),
      options_(options),
      trust_(trusting_context()),
      stream_(context, trust_),
      race_(context, {Milliseconds(options.limits.head_start_ms),
                      Milliseconds(options.limits.attempt_timeout_ms)}) {}

asio::awaitable<bool> Road::open() {
    const Address& first = options_.proxy ? *options_.proxy : options_.address;
    ErrorCode error;
    asio::ip::tcp::resolver resolver(context_);
    const auto entries = co_await resolver.async_resolve(
        first.host, std::to_string(first.port), asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return fail(error);
    reached = Reached::name;
    std::vector<asio::ip::tcp::endpoint> endpoints;
    for (const auto& entry : entries) {
        endpoints.push_back(entry.endpoint());
        addresses.push_back(entry.endpoint().address().to_string());
    }
    auto socket = co_await race_.run(by_turns(endpoints), error);
    if (!socket) co_return fail(error);
    stream_.next_layer().socket() = std::move(*socket);
    stream_.next_layer().expires_after(Milliseconds(options_.limits.attempt_timeout_ms));
    // A co_await in a condition with && or || is made all the same by GCC 12.
    bool open = true;
    if (options_.proxy) open = co_await pass_proxy();
    if (!open) co_return false;
    reached = Reached::server;
    if (options_.address.encrypted) open = co_await shake_hands();
    co_return open;
}

asio::awaitable<bool> Road::pass_proxy() {
    request = proxy_request(options_.address);
    bool alive = co_await write();
    while (alive && answer.find("\r\n\r\n") == std::string::npos) alive = co_await read();
    if (!proxy_agrees(answer)) {
        if (!answer.empty()) detail = answer.substr(0, answer.find('\r'));
        co_return false;
    }
    answer.clear();
    co_return true;
}

asio::awaitable<bool> Road::shake_hands() {
    ErrorCode error;
    expect_host(stream_.native_handle(), options_.address.host);
    co_await stream_.async_handshake(asio::ssl::stream_base::client,
                                     asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return fail(error);
    encrypted_ = true;
    reached = Reached::secured;
    co_return true;
}

asio::awaitable<bool> Road::write() {
    ErrorCode error;
    const auto bytes = asio::buffer(request);
    if (encrypted_)
        co_await asio::async_write(stream_, bytes,
                                   asio::redirect_error(asio::use_awaitable, error));
    else
        co_await asio::async_write(stream_.next_layer(), bytes,
                                   asio::redirect_error(asio::use_awaitable, error));
    co_return !error || fail(error);
}

asio::awaitable<bool> Road::read() {
    if (answer.size() >= longest_answer) co_return false;
    ErrorCode error;
    std::size_t size = 0;
    if (encrypted_)
        size = co_await stream_.async_read_some(asio::buffer(piece_),
                                                asio::redirect_error(asio::use_awaitable, error));
    else
        size = co_await stream_.next_layer().async_read_some(
            asio::buffer(piece_), asio::redirect_error(asio::use_awaitable, error));
    answer.append(piece_.data(), size);
    co_return !error || fail(error);
}

asio::awaitable<void> Road::ask() {
    bool alive = co_await write();
    while (alive) alive = co_await read();
}

std::string Road::host_line() const {
    const std::string text = options_.address.text();
    return "Host: " + text.substr(text.find("://") + 3) + "\r\n";
}

bool Road::fail(const ErrorCode& error) {
    detail = error.message();
    return false;
}

}  // namespace casustafel::client_net
