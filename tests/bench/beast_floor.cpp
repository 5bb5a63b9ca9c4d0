#include "beast_floor.hpp"

#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <vector>

namespace casustafel::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using ErrorCode = boost::system::error_code;
using Tcp = asio::ip::tcp;
using Update = std::shared_ptr<const std::string>;

class Client;

struct Session {
    std::vector<std::weak_ptr<Client>> clients;
};

class Client : public std::enable_shared_from_this<Client> {
public:
    Client(Tcp::socket socket, const Workload& workload, std::shared_ptr<Session> session,
           Shared& shared)
        : stream_(std::move(socket)),
          workload_(workload),
          session_(std::move(session)),
          number_(session_->clients.size()),
          shared_(shared) {}

    void start() {
        stream_.binary(true);
        stream_.async_accept([self = shared_from_this()](ErrorCode error) {
            if (!error) self->read();
        });
    }

    void send(Update update) {
        queue_.push_back(std::move(update));
        if (queue_.size() == 1) write();
    }

private:
    void read() {
        stream_.async_read(buffer_, [self = shared_from_this()](ErrorCode error, std::size_t) {
            if (error) return;
            self->fan_out();
            self->buffer_.clear();
            self->read();
        });
    }

    void fan_out() {
        ++shared_.commands;
        const std::string key(static_cast<const char*>(buffer_.data().data()), command_key_bytes);
        const auto common =
            std::make_shared<const std::string>(update_for(key, workload_.public_bytes));
        const auto secret =
            std::make_shared<const std::string>(update_for(key, workload_.private_bytes));
        const std::size_t all = session_->clients.size();
        for (std::size_t place = 0; place < static_cast<std::size_t>(workload_.hearers); ++place)
            if (const auto client = session_->clients[(number_ + place) % all].lock())
                client->send(place < static_cast<std::size_t>(workload_.private_readers) ? secret
                                                                                         : common);
    }

    void write() {
        ++shared_.writes;
        stream_.async_write(asio::buffer(*queue_.front()),
                            [self = shared_from_this()](ErrorCode error, std::size_t) {
                                if (error) return;
                                self->queue_.pop_front();
                                if (!self->queue_.empty()) self->write();
                            });
    }

    beast::websocket::stream<beast::tcp_stream, false> stream_;
    const Workload& workload_;
    std::shared_ptr<Session> session_;
    const std::size_t number_;  // in its session
    Shared& shared_;
    beast::flat_buffer buffer_;
    std::deque<Update> queue_;
};

class Floor {
public:
    Floor(const Workload& workload, Shared& shared)
        : workload_(workload),
          shared_(shared),
          acceptor_(context_, Tcp::endpoint(asio::ip::address_v4::loopback(), 0)) {
        shared_.listens_at(acceptor_.local_endpoint().port());
        accept();
    }
    void run() { context_.run(); }

private:
    void accept() {
        acceptor_.async_accept([this](ErrorCode error, Tcp::socket socket) {
            if (error) return;
            socket.set_option(Tcp::no_delay(true));
            if (!session_ ||
                static_cast<int>(session_->clients.size()) == workload_.clients_per_session)
                session_ = std::make_shared<Session>();
            auto client = std::make_shared<Client>(std::move(socket), workload_, session_, shared_);
            session_->clients.push_back(client);
            client->start();
            accept();
        });
    }

    const Workload& workload_;
    Shared& shared_;
    asio::io_context context_{1};
    Tcp::acceptor acceptor_;
    std::shared_ptr<Session> session_;
};

}  // namespace

std::string update_for(const std::string& key, std::size_t bytes) {
    const auto size = static_cast<std::uint32_t>(bytes);
    std::string update;
    for (int shift = 0; shift < 32; shift += 8) update += static_cast<char>(size >> shift & 255);
    update += key;
    update.resize(4 + bytes, '.');
    return update;
}

void serve_beast_floor(const Workload& workload, Shared& shared) { Floor(workload, shared).run(); }

}  // namespace casustafel::bench
