// One coroutine lives on the network thread: attempt, converse, wait, attempt again. Everything
// below `live` runs there; the program's thread only touches the mailboxes and posts.
#include "client/net/native/line.hpp"

#include "client/net/native/asio.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <memory>
#include <random>
#include <thread>
#include <type_traits>
#include <vector>

#include "client/net/backoff.hpp"
#include "client/net/native/certificate.hpp"
#include "client/net/mailboxes.hpp"
#include "client/net/native/proxy.hpp"
#include "client/net/native/race.hpp"

namespace casustafel::client_net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;
using PlainSocket = websocket::stream<beast::tcp_stream, false>;
using TlsSocket = websocket::stream<beast::ssl_stream<beast::tcp_stream>, false>;
using Endpoints = std::vector<asio::ip::tcp::endpoint>;

constexpr std::size_t longest_proxy_answer = 8192;

// The peer spoke, but not as our server does.
bool answered_something_else(const ErrorCode& error) {
    if (error == http::error::end_of_stream || error == http::error::partial_message) return false;
    return error.category() == make_error_code(websocket::error::upgrade_declined).category() ||
           error.category() == make_error_code(http::error::bad_method).category();
}

struct Ending {
    Reason reason = Reason::lost;
    std::string detail;
    std::string fingerprint{};
    std::string flaw{};  // of that certificate
};

// The socket of the moment, whichever kind it is. Beast wants a socket to outlive its operations,
// its own pings among them: a line is kept by each write, and by the connection until the next
// attempt.
class Line {
public:
    virtual ~Line() = default;
    virtual void write(std::string bytes, std::function<void()> written) = 0;
    virtual void say_goodbye() = 0;
    virtual void cut() = 0;
};

template <class Socket>
class LineOver final : public Line, public std::enable_shared_from_this<LineOver<Socket>> {
public:
    template <class... Arguments>
    explicit LineOver(Arguments&&... arguments) : socket(std::forward<Arguments>(arguments)...) {}

    void write(std::string bytes, std::function<void()> written) override {
        message_ = std::move(bytes);
        socket.async_write(asio::buffer(message_),
                           [line = this->shared_from_this(), written = std::move(written)](
                               ErrorCode error, std::size_t) {
                               if (!error) written();
                           });
    }
    void say_goodbye() override {
        socket.async_close(websocket::close_code::normal,
                           [line = this->shared_from_this()](ErrorCode) {});
    }
    void cut() override {
        // Beast's idle timer would keep the thread from ending.
        socket.set_option(websocket::stream_base::timeout{websocket::stream_base::none(),
                                                          websocket::stream_base::none(), false});
        beast::get_lowest_layer(socket).close();
    }

    Socket socket;

private:
    std::string message_;  // being written
};

class NativeConnection final : public Connection {
public:
    NativeConnection(ConnectOptions options, std::function<void()> wake)
        : options_(std::move(options)),
          boxes_(options_.limits.max_inbox_bytes, options_.limits.max_outgoing_bytes,
                 std::move(wake)),
          backoff_(options_.limits.retry_after_ms, std::random_device{}()) {
        asio::co_spawn(context_, live(), asio::detached);
        thread_ = std::thread([this] { context_.run(); });
    }

    ~NativeConnection() override {
        NativeConnection::close();
        thread_.join();
    }

    bool send(std::string bytes) override {
        if (!boxes_.send(std::move(bytes))) return false;
        asio::post(context_, [this] { write_next(); });
        return true;
    }

    void poll(std::vector<Event>& events) override {
        if (boxes_.poll(events)) asio::post(context_, [this] { room_.cancel(); });
    }

    void reconnect() override {
        asio::post(context_, [this] {
            if (line_) line_->cut();
        });
    }

    void close() override {
        asio::post(context_, [this] { close_here(); });
    }

private:
    // Everything from here on runs on the network thread.

    asio::awaitable<void> live() {
        while (!closing_) {
            announce({.kind = Event::Kind::connecting});
            opened_at_.reset();
            auto ending = co_await attempt();
            ready_ = false;
            if (line_) line_->cut();
            if (closing_) ending = {Reason::closed_here, {}, {}};
            if (!comes_back(ending.reason)) {
                announce({.kind = Event::Kind::closed_for_good,
                          .reason = ending.reason,
                          .detail = ending.detail,
                          .fingerprint = ending.fingerprint,
                          .flaw = ending.flaw});
                co_return;
            }
            // Short-lived connections do not start the pauses anew: the server may be in trouble.
            if (opened_at_ && Clock::now() - *opened_at_ > Milliseconds(backoff_.longest_ms()))
                backoff_.reset();
            co_await pause(std::move(ending));
        }
        announce({.kind = Event::Kind::closed_for_good, .reason = Reason::closed_here});
    }

    asio::awaitable<void> pause(Ending ending) {
        const auto pause_ms = backoff_.next_ms();
        announce({.kind = Event::Kind::waiting_to_retry,
                  .reason = ending.reason,
                  .detail = std::move(ending.detail),
                  .retry_in_ms = pause_ms});
        ErrorCode error;
        pause_.expires_after(Milliseconds(pause_ms));
        co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }

    asio::awaitable<Ending> attempt() {
        ErrorCode error;
        const Address& first = options_.proxy ? *options_.proxy : options_.address;
        const auto found =
            co_await resolver_.async_resolve(first.host, std::to_string(first.port),
                                             asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return Ending{Reason::name_not_found, first.host};
        Endpoints endpoints;
        for (const auto& entry : found) endpoints.push_back(entry.endpoint());
        if (closing_) co_return Ending{};
        if (options_.address.encrypted) {
            auto trust = trusting_context();
            co_return co_await converse(std::make_shared<LineOver<TlsSocket>>(context_, trust),
                                        endpoints);
        }
        co_return co_await converse(std::make_shared<LineOver<PlainSocket>>(context_), endpoints);
    }

    template <class Socket>
    asio::awaitable<Ending> converse(std::shared_ptr<LineOver<Socket>> line,
                                     const Endpoints& endpoints) {
        line_ = line;
        auto& socket = line->socket;
        auto& lowest = beast::get_lowest_layer(socket);
        const Milliseconds timeout(options_.limits.attempt_timeout_ms);
        ErrorCode error;
        auto reached = co_await race_.run(by_turns(endpoints), error);
        if (!reached || closing_) co_return Ending{Reason::unreachable, error.message()};
        lowest.socket() = std::move(*reached);
        lowest.expires_after(timeout);
        if (options_.proxy && !co_await pass_proxy(lowest))
            co_return Ending{Reason::unreachable, options_.proxy->text()};
        lowest.socket().set_option(asio::ip::tcp::no_delay(true), error);

        if constexpr (std::is_same_v<Socket, TlsSocket>) {
            lowest.expires_after(timeout);
            auto refused = co_await shake_hands(socket.next_layer());
            if (refused) co_return std::move(*refused);
        }
        lowest.expires_never();
        socket.set_option(websocket::stream_base::timeout{
            timeout, Milliseconds(options_.limits.silence_ms), true});
        socket.read_message_max(options_.limits.max_message_bytes);
        socket.auto_fragment(false);
        socket.binary(true);
        co_await socket.async_handshake(host_header(), "/ws",
                                        asio::redirect_error(asio::use_awaitable, error));
        if (answered_something_else(error))
            co_return Ending{Reason::not_our_server, error.message()};
        if (error || closing_) co_return Ending{Reason::lost, error.message()};
        co_return co_await read(socket);
    }

    // Whether the proxy made the way to the server.
    asio::awaitable<bool> pass_proxy(beast::tcp_stream& stream) {
        ErrorCode error;
        const std::string request = proxy_request(options_.address);
        co_await asio::async_write(stream, asio::buffer(request),
                                   asio::redirect_error(asio::use_awaitable, error));
        std::string answer;
        if (!error)
            co_await asio::async_read_until(
                stream, asio::dynamic_buffer(answer, longest_proxy_answer), "\r\n\r\n",
                asio::redirect_error(asio::use_awaitable, error));
        co_return !error && proxy_agrees(answer);
    }

    asio::awaitable<std::optional<Ending>> shake_hands(beast::ssl_stream<beast::tcp_stream>& tls) {
        if (!expect_host(tls.native_handle(), options_.address.host))
            co_return Ending{Reason::certificate_refused, "impossible host name"};
        ErrorCode error;
        co_await tls.async_handshake(asio::ssl::stream_base::client,
                                     asio::redirect_error(asio::use_awaitable, error));
        if (error == beast::error::timeout) co_return Ending{Reason::lost, error.message()};
        if (error) co_return Ending{Reason::not_our_server, error.message()};
        auto verdict = judge_certificate(tls.native_handle(), options_);
        if (verdict.accepted) co_return std::nullopt;
        co_return Ending{Reason::certificate_refused, std::move(verdict.detail),
                         std::move(verdict.fingerprint), std::move(verdict.flaw)};
    }

    template <class Socket>
    asio::awaitable<Ending> read(Socket& socket) {
        opened_at_ = Clock::now();
        writing_ = said_goodbye_ = false;
        ready_ = true;
        announce({.kind = Event::Kind::opened});
        beast::flat_buffer buffer;
        ErrorCode error;
        for (;;) {
            co_await socket.async_read(buffer, asio::redirect_error(asio::use_awaitable, error));
            if (error) break;
            const auto bytes = buffer.data();
            announce({.kind = Event::Kind::received,
                      .bytes = {static_cast<const char*>(bytes.data()), bytes.size()}});
            buffer.clear();
            while (boxes_.inbox_full() && !closing_) {
                room_.expires_at(Clock::time_point::max());
                co_await room_.async_wait(asio::redirect_error(asio::use_awaitable, error));
            }
        }
        // Under TLS a peer that hangs up after its close frame gives another error than `closed`.
        const auto& farewell = socket.reason();
        if (farewell)
            co_return Ending{
                reason_of_close_code(farewell.code), std::string(farewell.reason.c_str()), {}};
        if (error == websocket::error::message_too_big)
            co_return Ending{Reason::too_large, error.message()};
        co_return Ending{Reason::lost, error.message()};
    }

    void write_next() {
        if (!ready_ || writing_ || said_goodbye_) return;
        auto bytes = boxes_.take_outgoing();
        if (!bytes) {
            said_goodbye_ = closing_;
            if (closing_) line_->say_goodbye();
            return;
        }
        writing_ = true;
        line_->write(std::move(*bytes), [this, line = std::weak_ptr<Line>(line_)] {
            if (line.lock() != line_) return;  // of a line before this one
            writing_ = false;
            write_next();
        });
    }

    void close_here() {
        closing_ = true;
        resolver_.cancel();
        race_.call_off();
        pause_.cancel();
        room_.cancel();
        if (!ready_) {
            if (line_) line_->cut();
            return;
        }
        write_next();
        farewell_.expires_after(Milliseconds(options_.limits.farewell_ms));
        farewell_.async_wait([this](ErrorCode error) {
            if (!error && line_) line_->cut();
        });
    }

    void announce(Event event) {
        // The farewell is over with the line; the thread need not wait for its timer.
        if (event.kind == Event::Kind::closed_for_good) farewell_.cancel();
        boxes_.put(std::move(event));
    }

    std::string host_header() const {
        const auto text = options_.address.text();
        return text.substr(text.find("://") + 3);
    }

    const ConnectOptions options_;
    Mailboxes boxes_;
    Backoff backoff_;
    asio::io_context context_{1};
    asio::ip::tcp::resolver resolver_{context_};
    Race race_{context_,
               {Milliseconds(options_.limits.head_start_ms),
                Milliseconds(options_.limits.attempt_timeout_ms)}};
    asio::steady_timer pause_{context_};
    asio::steady_timer room_{context_};
    asio::steady_timer farewell_{context_};
    std::shared_ptr<Line> line_;
    std::optional<Clock::time_point> opened_at_;
    bool ready_ = false;
    bool writing_ = false;
    bool said_goodbye_ = false;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Connection> connect(ConnectOptions options, std::function<void()> wake) {
    if (!options.proxy) options.proxy = proxy_for(options.address);
    return std::make_unique<NativeConnection>(std::move(options), std::move(wake));
}

}  // namespace casustafel::client_net
