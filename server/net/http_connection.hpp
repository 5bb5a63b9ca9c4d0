#pragma once
// The part of a connection before it is a WebSocket, or when it never will be: what a proxy says
// first, TLS, and HTTP requests, one after another on the same socket. What they get is door.hpp's
// to say, and line_carrier.hpp's when they are about lines. `max_header_bytes` and the deadlines
// bound each of them.
#include <array>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <optional>
#include <type_traits>
#include <utility>

#include "server/net/doors/door.hpp"
#include "server/net/doors/line_door.hpp"
#include "server/net/wire/connection.hpp"
#include "server/net/wire/peers.hpp"
#include "server/net/wire/proxy_header.hpp"

namespace casustafel::net {

namespace beast = boost::beast;
namespace http = beast::http;

using PlainStream = Socket;
using TlsStream = beast::ssl_stream<Socket>;

inline std::string_view text_of(beast::string_view text) { return {text.data(), text.size()}; }

template <class Stream>
class HttpConnection : public Connection {
public:
    HttpConnection(Hub& hub, ConnectionId id, hosting::PeerAddress address)
        : Connection(hub, id, std::move(address)),
          http_(std::make_unique<Stage>(hub.limits().max_header_bytes)) {}

    void start() override {
        if (!hub().expects_proxy_header(address())) return begin();
        proxy_header_ = std::make_unique<ReadProxyHeader>();
        read_proxy_header();
    }

    Standing standing() const override {
        return http_ && http_->idle ? Standing::rests : Connection::standing();
    }

protected:
    using Header = http::request<http::empty_body>;

    virtual Stream& socket() = 0;
    // Answers a request to become a WebSocket; ends with `on_opened` and `leave_http`.
    virtual void upgrade(const Header& request) = 0;
    // The answer has left.
    virtual void answered() {}
    // Answers a request about lines.
    virtual void take_line_request(const Request& request) = 0;

    void close_socket() override {
        ErrorCode ignored;
        beast::get_lowest_layer(socket()).close(ignored);
    }

    void leave_http() { http_.reset(); }

    static constexpr bool encrypted = std::is_same_v<Stream, TlsStream>;

    // What is needed until the upgrade only.
    struct Stage {
        explicit Stage(std::size_t max_header_bytes) : buffer(max_header_bytes + 1) {}
        beast::flat_buffer buffer;
        std::optional<http::request_parser<http::empty_body>> parser;
        bool reads_head = false;  // the request wants no body
        bool keep_alive = false;  // it may be followed by another
        bool body_taken = false;  // its own, or it has none
        bool secure = encrypted;  // the request came over TLS
        bool idle = false;        // waits for the first byte of a next request
        bool leaving = false;     // nothing is answered any more
        bool watching = false;    // a read is under way that is no part of a request
        // The answer under way.
        std::string head;
        Message body;
        std::size_t body_written = 0;
        bool keeps_line = false;
    };
    struct ReadProxyHeader {
        ProxyHeader parsed;
        std::string bytes;
    };

    std::shared_ptr<HttpConnection> self() {
        return std::static_pointer_cast<HttpConnection>(shared_from_this());
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
        asio::async_read(beast::get_lowest_layer(socket()), asio::buffer(proxy_header_->bytes),
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
        http_->parser.emplace();
        http_->parser->header_limit(static_cast<std::uint32_t>(hub().limits().max_header_bytes));
        http::async_read_header(
            socket(), http_->buffer, *http_->parser,
            [self = self()](ErrorCode error, std::size_t) { self->take_request(error); });
    }

    // The deadline of a request begins with its first byte.
    void await_request() {
        http_->idle = true;
        expect_end_within(hub().limits().keep_alive_ms);
        if (http_->buffer.size() != 0) return begin_next_request();
        watch();
    }

    void begin_next_request() {
        http_->idle = false;
        expect_end_within(hub().limits().handshake_timeout_ms);
        read_request();
    }

    void take_request(ErrorCode error) {
        if (error == http::error::end_of_stream || error == http::error::partial_message)
            return on_lost();
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            return refuse(431, "Header too large.\n");
        if (error == http::error::body_limit) return refuse(413, "Body too large.\n");
        if (error && error.category() == make_error_code(http::error::bad_method).category()) {
            tell_of_unexpected_proxy_header();
            return refuse(400, "This is no HTTP request.\n");
        }
        if (error) return on_lost();
        http_->reads_head = http_->parser->get().method() == http::verb::head;
        http_->keep_alive = http_->parser->get().keep_alive();
        http_->body_taken = http_->parser->is_done();
        const Request request = request_of(http_->parser->get());
        if (request.path == "/ws" && beast::websocket::is_upgrade(http_->parser->get()))
            return take_upgrade(request);
        http_->secure = request.secure;
        if (is_about_lines(request.path)) return take_line_request(request);
        answer(answer_to(request, hub()));
    }

    void tell_of_unexpected_proxy_header() {
        const auto bytes = http_->buffer.data();
        if (begins_proxy_header({static_cast<const char*>(bytes.data()), bytes.size()}))
            hub().tell_operator({"log.proxy_unexpected", {address()}, journal::Weight::warning});
    }

    Request request_of(const Header& header) {
        const bool through_proxy = hub().trusts(address());
        const std::string_view target = text_of(header.target());
        Request request;
        request.method = method_of(header.method());
        request.path = target.substr(0, target.find('?'));
        request.query = target.substr(std::min(target.size(), request.path.size() + 1));
        request.host = text_of(header[http::field::host]);
        request.origin = text_of(header[http::field::origin]);
        request.accept_encoding = text_of(header[http::field::accept_encoding]);
        request.if_none_match = text_of(header[http::field::if_none_match]);
        request.from = sender_of(header, through_proxy);
        request.secure =
            encrypted || (through_proxy && text_of(header["X-Forwarded-Proto"]) == "https");
        request.proven = encrypted || through_proxy;
        return request;
    }

    static Request::Method method_of(http::verb verb) {
        if (verb == http::verb::get) return Request::Method::get;
        if (verb == http::verb::head) return Request::Method::head;
        return verb == http::verb::post ? Request::Method::post : Request::Method::other;
    }

    // One socket of a proxy may speak for one peer after another.
    hosting::PeerAddress sender_of(const Header& header, bool through_proxy) {
        const std::string_view forwarded = text_of(header["X-Forwarded-For"]);
        if (through_proxy) {
            auto behind = forwarded_for(forwarded);
            return behind.empty() ? address() : behind;
        }
        if (!forwarded.empty())
            hub().tell_operator({"log.not_trusted_proxy", {address()}, journal::Weight::warning});
        return address();
    }

    void take_upgrade(const Request& request) {
        if (!may_speak_from(request.origin, request.host, request.proven, hub().allowed_origins()))
            return answer(other_page_answer(request, hub()));
        if (http_->buffer.size() != 0)
            return refuse(400, "Wait for the answer before the first frame.\n");
        speaks_for(request.from);
        upgrade(http_->parser->get());
    }

    void refuse(unsigned status, std::string why) {
        Answer refusal = text_answer(status, std::move(why));
        refusal.ends = true;
        answer(std::move(refusal));
    }

    void answer(Answer answer) {
        http_->keeps_line = !answer.ends && http_->keep_alive && http_->body_taken;
        http_->head = head_of(answer, http_->keeps_line, http_->secure);
        http_->body = http_->reads_head ? nullptr : std::move(answer.body);
        http_->body_written = 0;
        write_piece();
    }

    // A slow line has time in proportion to what it takes.
    void write_piece() {
        expect_end_within(hub().limits().piece_timeout_ms);
        std::array<asio::const_buffer, 2> buffers{asio::buffer(http_->head), asio::const_buffer()};
        std::size_t piece = 0;
        if (http_->body) {
            piece = std::min(hub().limits().piece_bytes, http_->body->size() - http_->body_written);
            buffers[1] = asio::buffer(http_->body->data() + http_->body_written, piece);
        }
        asio::async_write(socket(), buffers, [self = self(), piece](ErrorCode error, std::size_t) {
            if (error) return self->on_lost();
            self->http_->head.clear();
            self->http_->body_written += piece;
            self->go_on_writing();
        });
    }

    void go_on_writing() {
        if (http_->body && http_->body_written < http_->body->size()) return write_piece();
        http_->body.reset();
        if (http_->keeps_line)
            await_request();
        else
            leave();
        answered();
    }

    void leave() {
        expect_end_within(hub().limits().answer_timeout_ms);
        hang_up();
    }

    // Reads where no request is expected, to notice that the peer goes. What comes all the same
    // stays in the buffer, where nothing else may be read into meanwhile.
    void watch() {
        auto& buffer = http_->buffer;
        if (http_->watching || buffer.size() != 0) return;
        http_->watching = true;
        socket().async_read_some(buffer.prepare(1024),
                                 [self = self()](ErrorCode error, std::size_t bytes) {
                                     if (error) return self->on_lost();
                                     self->http_->watching = false;
                                     self->http_->buffer.commit(bytes);
                                     self->take_what_came();
                                 });
    }

    void take_what_came() {
        if (http_->idle) return begin_next_request();
        if (!http_->leaving) return;
        http_->buffer.clear();
        watch();
    }

    // Closing a socket with unread bytes resets it and may cost the peer the answer: say goodbye
    // first, then read until the peer has gone or the deadline cuts it.
    void hang_up() {
        if constexpr (encrypted) {
            socket().async_shutdown([self = self()](ErrorCode) { self->on_lost(); });
        } else {
            ErrorCode ignored;
            socket().shutdown(Socket::shutdown_send, ignored);
            http_->leaving = true;
            http_->buffer.clear();
            watch();
        }
    }

    std::unique_ptr<ReadProxyHeader> proxy_header_;  // until it is read
    std::unique_ptr<Stage> http_;
};

}  // namespace casustafel::net
