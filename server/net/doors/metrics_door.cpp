#include "server/net/doors/metrics_door.hpp"

#include <array>
#include <map>
#include <thread>
#include <utility>

#include "server/net/doors/exposition.hpp"
#include "server/net/wire/asio.hpp"

namespace casustafel::net {
namespace {

constexpr std::size_t longest_request_bytes = 8 * 1024;
constexpr std::size_t most_visitors = 16;
constexpr auto patience = std::chrono::seconds(5);

std::string answer(const char* status, const std::string& type, const std::string& body) {
    return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n" + body;
}

const std::string silent =
    answer("503 Service Unavailable", "text/plain", "The loop of the server does not answer.\n");
const std::string missing = answer("404 Not Found", "text/plain", "See /metrics and /health.\n");

bool asks_for(const std::string& request, const std::string& path) {
    return request.starts_with("GET " + path + " ") || request.starts_with("GET " + path + "?");
}

}  // namespace

class MetricsDoor::Inside : public std::enable_shared_from_this<Inside> {
public:
    explicit Inside(Ask ask)
        : ask_(std::move(ask)), work_(context_.get_executor()), acceptor_(context_) {}

    std::optional<StartError> listen(const ListenAddress& where, const std::string& typed) {
        ErrorCode error;
        const Tcp::endpoint endpoint(asio::ip::make_address(where.address, error), where.port);
        acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (!error) here_ = acceptor_.local_endpoint(error);
        if (!error) return std::nullopt;
        const auto failure = error == asio::error::address_in_use ? StartFailure::address_in_use
                                                                  : StartFailure::other;
        return StartError{failure, typed, error.message()};
    }

    void start() {
        accept_next();
        thread_ = std::thread([this] { context_.run(); });
    }

    void stop() {
        asio::post(context_, [this] { context_.stop(); });
        thread_.join();
    }

    const Tcp::endpoint& here() const { return here_; }

private:
    struct Visitor {
        explicit Visitor(Socket taken)
            : socket(std::move(taken)), deadline(socket.get_executor()) {}
        Socket socket;
        Timer deadline;
        std::string heard, said;
        std::size_t written = 0;
        std::array<char, 2048> bytes{};
    };
    using Guest = std::shared_ptr<Visitor>;
    struct Question {
        Guest guest;
        bool metrics = false;
        Timer timer;
    };

    void accept_next() {
        acceptor_.async_accept([this](ErrorCode error, Socket socket) {
            if (error == asio::error::operation_aborted) return;
            if (!error) receive(std::make_shared<Visitor>(std::move(socket)));
            // Who waits behind them is let in when one leaves.
            if (visitors_ < most_visitors) accept_next();
        });
    }

    void receive(const Guest& guest) {
        ++visitors_;
        guest->deadline.expires_after(patience);
        guest->deadline.async_wait([guest](ErrorCode cancelled) {
            ErrorCode ignored;
            if (!cancelled) guest->socket.close(ignored);
        });
        read(guest);
    }

    void read(const Guest& guest) {
        guest->socket.async_read_some(asio::buffer(guest->bytes),
                                      [this, guest](ErrorCode error, std::size_t size) {
                                          if (error) return leave(guest);
                                          guest->heard.append(guest->bytes.data(), size);
                                          if (guest->heard.find("\r\n\r\n") != std::string::npos)
                                              return reply(guest);
                                          if (guest->heard.size() > longest_request_bytes)
                                              return leave(guest);
                                          read(guest);
                                      });
    }

    void reply(const Guest& guest) {
        const bool metrics = asks_for(guest->heard, "/metrics");
        if (!metrics && !asks_for(guest->heard, "/health")) return say(guest, missing);
        const std::uint64_t number = ++last_number_;
        Question& question =
            open_.emplace(number, Question{guest, metrics, Timer(context_)}).first->second;
        question.timer.expires_after(patience / 2);
        question.timer.async_wait([this, number](ErrorCode cancelled) {
            if (!cancelled) answered(number, nullptr);
        });
        // The loop may answer when this door is closed, so it is given nothing of it but a number.
        ask_([weak = weak_from_this(), number](const Figures& figures) {
            if (const auto self = weak.lock())
                asio::post(self->context_, [here = self.get(), number, figures] {
                    here->answered(number, &figures);
                });
        });
    }

    // Nothing: the loop did not answer in time.
    void answered(std::uint64_t number, const Figures* figures) {
        const auto question = open_.extract(number);
        if (!question) return;
        const auto& [guest, metrics, timer] = question.mapped();
        if (figures == nullptr) return say(guest, silent);
        say(guest, metrics
                       ? answer("200 OK", "text/plain; version=0.0.4", as_prometheus_text(*figures))
                       : answer("200 OK", "application/json", as_json(*figures)));
    }

    void say(const Guest& guest, std::string bytes) {
        guest->said = std::move(bytes);
        write(guest);
    }

    void write(const Guest& guest) {
        const auto rest = asio::buffer(guest->said) + guest->written;
        guest->socket.async_write_some(rest, [this, guest](ErrorCode error, std::size_t size) {
            guest->written += size;
            if (error || guest->written == guest->said.size()) return leave(guest);
            write(guest);
        });
    }

    void leave(const Guest& guest) {
        ErrorCode ignored;
        guest->deadline.cancel();
        guest->socket.shutdown(Tcp::socket::shutdown_send, ignored);
        guest->socket.close(ignored);
        if (visitors_-- == most_visitors) accept_next();
    }

    Ask ask_;
    asio::io_context context_{1};
    asio::executor_work_guard<Executor> work_;
    Acceptor acceptor_;
    Tcp::endpoint here_;
    std::size_t visitors_ = 0;
    std::uint64_t last_number_ = 0;
    std::map<std::uint64_t, Question> open_;
    std::thread thread_;
};

std::variant<std::unique_ptr<MetricsDoor>, StartError> MetricsDoor::open(const std::string& where,
                                                                         Ask ask) {
    const bool port_only = where.find(':') == std::string::npos;
    const auto parsed = parse_listen(port_only ? "127.0.0.1:" + where : where);
    if (!parsed) return StartError{StartFailure::bad_address, where, {}};
    auto inside = std::make_shared<Inside>(std::move(ask));
    if (auto error = inside->listen(*parsed, where)) return *error;
    inside->start();
    return std::unique_ptr<MetricsDoor>(new MetricsDoor(std::move(inside)));
}

MetricsDoor::MetricsDoor(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}

MetricsDoor::~MetricsDoor() { inside_->stop(); }

std::string MetricsDoor::url() const {
    const auto& here = inside_->here();
    const std::string address = here.address().to_string();
    return "http://" + (here.address().is_v6() ? "[" + address + "]" : address) + ":" +
           std::to_string(here.port()) + "/metrics";
}

bool MetricsDoor::is_of_this_machine_only() const {
    return inside_->here().address().is_loopback();
}

}  // namespace casustafel::net
