#include "server/net/beast_connection.hpp"

#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "server/net/line_carrier.hpp"
#include "server/net/wire/ordered_writes.hpp"

namespace casustafel::net {
namespace {

namespace websocket = beast::websocket;

constexpr std::size_t kept_buffer_bytes = 4 * 1024;  // a connection that read more gives it back

template <class Stream>
class BeastConnection final : public LineCarrier<Stream>, private FrameSender {
    using Http = LineCarrier<Stream>;
    using Http::hub;
    using Http::on_lost;
    using Http::on_unacceptable;

public:
    template <class... Arguments>
    BeastConnection(Hub& loop, ConnectionId id, hosting::PeerAddress address, Socket socket,
                    Arguments&... tls)
        : Http(loop, id, std::move(address)),
          stream_(static_cast<FrameSender&>(*this), std::move(socket), tls...) {}

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

    Stream& socket() override { return stream_.next_layer().next_layer(); }

    void upgrade(const typename Http::Header& request) override {
        stream_.read_message_max(0);  // read_some() bounds it, so that the close reason is ours
        stream_.auto_fragment(false);
        stream_.binary(true);
        stream_.control_callback(
            [this](websocket::frame_type, beast::string_view) { this->on_control_frame(); });
        stream_.async_accept(request, [self = self()](ErrorCode error) {
            if (error) return self->on_lost();
            self->leave_http();
            self->on_opened();
        });
    }

private:
    std::shared_ptr<BeastConnection> self() {
        return std::static_pointer_cast<BeastConnection>(this->shared_from_this());
    }

    void take_what_was_read(ErrorCode error) {
        if (error) return on_lost();
        if (incoming_.size() > hub().limits().max_message_bytes)
            return on_unacceptable(CloseReason::too_large);
        if (stream_.is_message_done()) {
            if (!stream_.got_binary()) return on_unacceptable(CloseReason::malformed);
            const auto bytes = incoming_.data();
            this->on_message({static_cast<const char*>(bytes.data()), bytes.size()});
            incoming_.clear();
            if (incoming_.capacity() > kept_buffer_bytes) incoming_ = beast::flat_buffer();
        }
        this->on_read_done();
    }

    void frame_written(const ErrorCode& error) override { this->on_written(error.failed()); }
    std::shared_ptr<void> alive() override { return this->shared_from_this(); }

    websocket::stream<OrderedWrites<Stream>, false> stream_;
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
