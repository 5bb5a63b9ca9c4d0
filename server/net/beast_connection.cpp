#include "server/net/beast_connection.hpp"

#include <boost/asio/read.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <type_traits>

#include "server/net/ordered_writes.hpp"
#include "server/net/pages.hpp"
#include "server/net/peers.hpp"
#include "server/net/proxy_header.hpp"

namespace casustafel::net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

using PlainStream = Socket;
using TlsStream = beast::ssl_stream<Socket>;

constexpr const char* page_type = "text/html; charset=utf-8";
constexpr std::size_t kept_buffer_bytes = 4 * 1024;  // a connection that read more gives it back

std::string_view text_of(beast::string_view text) { return {text.data(), text.size()}; }

// What is needed until the upgrade only.
struct HttpStage {
    explicit HttpStage(std::size_t max_header_bytes) : buffer(max_header_bytes + 1) {
        parser.header_limit(static_cast<std::uint32_t>(max_header_bytes));
    }
    beast::flat_buffer buffer;
    http::request_parser<http::empty_body> parser;
    http::response<http::string_body> response;
};

template <class Stream>
class BeastConnection final : public Connection, private FrameSender {
    static constexpr bool encrypted = std::is_same_v<Stream, TlsStream>;

public:
    template <class... Arguments>
    BeastConnection(Hub& hub, ConnectionId id, hosting::PeerAddress address, Socket socket,
                    Arguments&... tls)
        : Connection(hub, id, std::move(address)),
          stream_(static_cast<FrameSender&>(*this), std::move(socket), tls...),
          http_(std::make_unique<HttpStage>(hub.limits().max_header_bytes)) {}

    void start() override {
        if (!hub().expects_proxy_header(address())) return begin();
        proxy_header_ = std::make_unique<ReadProxyHeader>();
        read_proxy_header();
    }

protected:
    void read_some() override {
        const auto room = hub().limits().max_message_bytes + 1 - incoming_.size();
        stream_.async_read_some(incoming_, room, [self = self()](ErrorCode error, std::size_t) {
            self->take_what_was_read(error);
        });
    }

    void write(std::span<const Message> messages) override { stream_.next_layer().send(messages); }

    void write_close(CloseReason reason) override {
        const auto word = contract::name(reason);
        websocket::close_reason frame(beast::string_view(word.data(), word.size()));
        frame.code = contract::close_code(reason);
        stream_.async_close(frame, [self = self()](ErrorCode) { self->on_lost(); });
    }

    void write_ping() override {
        stream_.async_ping({}, [self = self()](ErrorCode) { self->on_ping_written(); });
    }

    void close_socket() override {
        ErrorCode ignored;
        beast::get_lowest_layer(stream_).close(ignored);
    }

private:
    std::shared_ptr<BeastConnection> self() {
        return std::static_pointer_cast<BeastConnection>(shared_from_this());
    }

    // A peer that is gone or a port scan says nothing; one that will not have our certificate does.
    void no_handshake(ErrorCode error) {
        if (error.category() == asio::error::get_ssl_category())
            hub().tell_operator(
                {"log.no_handshake", {address(), error.message()}, journal::Weight::warning});
        on_lost();
    }

    void begin() {
        if constexpr (encrypted)
            socket().async_handshake(asio::ssl::stream_base::server,
                                     [self = self()](ErrorCode error) {
                                         if (error) return self->no_handshake(error);
                                         self->read_request();
                                     });
        else
            read_request();
    }

    // What a trusted proxy says first, to its last byte; then as if the peer itself had come.
    void read_proxy_header() {
        const auto wanted = proxy_header_->parsed.wants();
        if (wanted == 0) return take_proxy_header();
        proxy_header_->bytes.resize(wanted);
        asio::async_read(beast::get_lowest_layer(stream_), asio::buffer(proxy_header_->bytes),
                         [self = self()](ErrorCode error, std::size_t) {
                             if (error) return self->on_lost();
                             self->proxy_header_->parsed.take(self->proxy_header_->bytes);
                             self->read_proxy_header();
                         });
    }

    void take_proxy_header() {
        const auto header = std::exchange(proxy_header_, nullptr);
        if (header->parsed.refused()) {
            hub().tell_operator({"log.proxy_header", {address()}, journal::Weight::warning});
            return on_lost();
        }
        if (!header->parsed.source().empty()) speaks_for(header->parsed.source());
        begin();
    }

    void read_request() {
        http::async_read_header(
            socket(), http_->buffer, http_->parser,
            [self = self()](ErrorCode error, std::size_t) { self->take_request(error); });
    }

    void take_request(ErrorCode error) {
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            return answer(http::status::request_header_fields_too_large, "Header too large.\n");
        if (error == http::error::end_of_stream || error == http::error::partial_message)
            return on_lost();
        if (error && error.category() == make_error_code(http::error::bad_method).category()) {
            if (begins_proxy_header(
                    {static_cast<const char*>(http_->buffer.data().data()), http_->buffer.size()}))
                hub().tell_operator(
                    {"log.proxy_unexpected", {address()}, journal::Weight::warning});
            return answer(http::status::bad_request, "This is no HTTP request.\n");
        }
        if (error) return on_lost();

        const auto& request = http_->parser.get();
        const bool through_proxy = hub().trusts(address());
        const std::string_view forwarded = text_of(request["X-Forwarded-For"]);
        if (through_proxy) {
            if (auto behind = forwarded_for(forwarded); !behind.empty())
                speaks_for(std::move(behind));
        } else if (!forwarded.empty()) {
            hub().tell_operator({"log.not_trusted_proxy", {address()}, journal::Weight::warning});
        }
        const std::string_view target = text_of(request.target());
        const std::string_view path = target.substr(0, target.find('?'));
        if (path == "/ws" && websocket::is_upgrade(request)) return take_upgrade(through_proxy);
        const bool reads =
            request.method() == http::verb::get || request.method() == http::verb::head;
        if (reads && path == "/healthz")
            return answer(http::status::ok, hub().health(), "application/json");
        if (reads && (path == "/" || path == "/index.html")) {
            const bool secure =
                encrypted || (through_proxy && text_of(request["X-Forwarded-Proto"]) == "https");
            const auto address = address_asked_for(text_of(request[http::field::host]), secure);
            return answer(http::status::ok, begin_page(address.empty() ? hub().url() : address),
                          page_type);
        }
        answer(http::status::not_found, missing_page(), page_type);
    }

    void take_upgrade(bool through_proxy) {
        const auto& request = http_->parser.get();
        const std::string_view origin = text_of(request[http::field::origin]);
        if (may_speak_from(origin, text_of(request[http::field::host]), encrypted || through_proxy,
                           hub().allowed_origins()))
            return upgrade();
        hub().tell_operator(
            {"log.other_page", {address(), std::string(origin)}, journal::Weight::warning});
        answer(http::status::forbidden, "This page may not speak to this server.\n");
    }

    void answer(http::status status, std::string body, const char* type = "text/plain") {
        expect_end_within(hub().limits().answer_timeout_ms);
        auto& response = http_->response;
        response.result(status);
        response.set(http::field::content_type, type);
        response.set(http::field::cache_control, "no-store");
        response.set("X-Content-Type-Options", "nosniff");
        response.set("Referrer-Policy", "no-referrer");
        response.set("Content-Security-Policy", page_policy());
        response.keep_alive(false);
        if (http_->parser.get().method() == http::verb::head)
            response.content_length(body.size());
        else {
            response.body() = std::move(body);
            response.prepare_payload();
        }
        http::async_write(socket(), response, [self = self()](ErrorCode error, std::size_t) {
            if (error) return self->on_lost();
            self->hang_up();
        });
    }

    // Closing a socket with unread bytes resets it and may cost the peer the answer: say goodbye
    // first, then read until the peer has gone or the deadline cuts it.
    void hang_up() {
        if constexpr (encrypted) {
            socket().async_shutdown([self = self()](ErrorCode) { self->on_lost(); });
        } else {
            ErrorCode ignored;
            socket().shutdown(Socket::shutdown_send, ignored);
            drain();
        }
    }

    void drain() {
        http_->buffer.clear();
        socket().async_read_some(http_->buffer.prepare(1024),
                                 [self = self()](ErrorCode error, std::size_t) {
                                     if (error) return self->on_lost();
                                     self->drain();
                                 });
    }

    void upgrade() {
        if (http_->buffer.size() != 0)
            return answer(http::status::bad_request,
                          "Wait for the answer before the first frame.\n");
        stream_.read_message_max(0);  // read_some() bounds it, so that the close reason is ours
        stream_.auto_fragment(false);
        stream_.binary(true);
        stream_.control_callback(
            [this](websocket::frame_type, beast::string_view) { on_control_frame(); });
        stream_.async_accept(http_->parser.get(), [self = self()](ErrorCode error) {
            if (error) return self->on_lost();
            self->http_.reset();
            self->on_opened();
        });
    }

    void take_what_was_read(ErrorCode error) {
        if (error) return on_lost();
        if (incoming_.size() > hub().limits().max_message_bytes)
            return on_unacceptable(CloseReason::too_large);
        if (stream_.is_message_done()) {
            if (!stream_.got_binary()) return on_unacceptable(CloseReason::malformed);
            const auto bytes = incoming_.data();
            on_message({static_cast<const char*>(bytes.data()), bytes.size()});
            incoming_.clear();
            if (incoming_.capacity() > kept_buffer_bytes) incoming_ = beast::flat_buffer();
        }
        on_read_done();
    }

    void frame_written(const ErrorCode& error) override { on_written(error.failed()); }
    std::shared_ptr<void> alive() override { return shared_from_this(); }

    Stream& socket() { return stream_.next_layer().next_layer(); }

    struct ReadProxyHeader {
        ProxyHeader parsed;
        std::string bytes;
    };

    std::unique_ptr<ReadProxyHeader> proxy_header_;  // until it is read
    websocket::stream<OrderedWrites<Stream>, false> stream_;
    std::unique_ptr<HttpStage> http_;
    beast::flat_buffer incoming_;
};

}  // namespace

std::shared_ptr<Connection> make_connection(Hub& hub, ConnectionId id, hosting::PeerAddress address,
                                            Socket socket, asio::ssl::context* tls) {
    if (tls)
        return std::make_shared<BeastConnection<TlsStream>>(hub, id, std::move(address),
                                                            std::move(socket), *tls);
    return std::make_shared<BeastConnection<PlainStream>>(hub, id, std::move(address),
                                                          std::move(socket));
}

}  // namespace casustafel::net
