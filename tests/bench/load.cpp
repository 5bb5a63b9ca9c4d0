#include "load.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <unordered_map>

namespace casustafel::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int patience_ms = 10'000;

std::string masked_frame(std::string_view payload) {
    std::string bytes = "\x82";
    if (payload.size() < 126) {
        bytes += static_cast<char>(128 | payload.size());
    } else {
        bytes += '\xfe';
        bytes += static_cast<char>(payload.size() >> 8 & 255);
        bytes += static_cast<char>(payload.size() & 255);
    }
    bytes.append(4, '\0');  // a mask of zeros: the server does the same work, the driver none
    return bytes.append(payload);
}

int connect_to(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
        return socket;
    ::close(socket);
    return -1;
}

bool upgrade(int socket) {
    constexpr std::string_view request =
        "GET /ws HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) < 0) return false;
    std::string answer;
    for (char byte = 0; !answer.ends_with("\r\n\r\n"); answer += byte)
        if (::recv(socket, &byte, 1, 0) != 1) return false;
    return answer.starts_with("HTTP/1.1 101 ");
}

}  // namespace

struct Load::Client {
    Session* session = nullptr;
    int number = 0;
    int socket = -1;
    std::string read;
    std::unique_ptr<Dialect> dialect;
};

struct Load::Session {
    struct Command {
        int client = 0;
        std::uint64_t seen_by = 0;  // a bit for each client
        Clock::time_point sent;
    };
    std::vector<std::unique_ptr<Client>> clients;
    std::unordered_map<std::uint64_t, Command> under_way;
    int next_client = 0;
    std::uint64_t commands = 0;  // in this run
};

Load::Load(std::uint16_t port, LoadPlan plan,
           const std::function<std::unique_ptr<Dialect>(int session, int client)>& dialect)
    : plan_(plan), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (int s = 0; s < plan_.sessions; ++s) {
        auto& session = *sessions_.emplace_back(std::make_unique<Session>());
        for (int c = 0; c < plan_.clients_per_session; ++c) {
            auto client = std::make_unique<Client>();
            client->session = &session;
            client->number = c;
            client->socket = connect_to(port);
            client->dialect = dialect(s, c);
            if (client->socket < 0 || !upgrade(client->socket)) return;
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.ptr = client.get();
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, client->socket, &event);
            session.clients.push_back(std::move(client));
        }
    }
    connected_ = true;
}

Load::~Load() {
    for (const auto& session : sessions_)
        for (const auto& client : session->clients) ::close(client->socket);
    ::close(epoll_);
}

bool Load::prepare(const std::function<bool(const Dialect&)>& ready) {
    for (;;) {
        bool all = true;
        for (const auto& session : sessions_)
            for (const auto& client : session->clients) {
                for (const auto& message : client->dialect->take_outgoing()) send(*client, message);
                all = all && ready(*client->dialect);
            }
        if (all || broken_) return !broken_;
        if (!wait_and_read(patience_ms)) return false;
    }
}

bool Load::wait_and_read(int for_ms) {
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(epoll_, events.data(), events.size(), for_ms);
    for (int i = 0; i < count; ++i)
        read(*static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr));
    return count > 0;
}

LoadResult Load::run() {
    result_ = {};
    latencies_us_.clear();
    stopping_ = broken_ = false;
    const auto began = Clock::now();
    const auto end = began + std::chrono::duration_cast<Clock::duration>(
                                 std::chrono::duration<double>(plan_.seconds));
    if (plan_.pace_ms > 0)
        talk_at_pace();
    else
        begin_to_talk();
    while (outstanding_ > 0 && !broken_ && wait_and_read(patience_ms))
        stopping_ = Clock::now() >= end;
    result_.complete = outstanding_ == 0 && !broken_;
    result_.seconds = std::chrono::duration<double>(Clock::now() - began).count();
    if (latencies_us_.empty()) return result_;
    std::sort(latencies_us_.begin(), latencies_us_.end());
    result_.median_us = latencies_us_[latencies_us_.size() / 2];
    result_.p99_us = latencies_us_[latencies_us_.size() * 99 / 100];
    return result_;
}

void Load::begin_to_talk() {
    int left = plan_.active_sessions == 0 ? plan_.sessions : plan_.active_sessions;
    for (auto& session : sessions_) {
        if (--left < 0) break;
        session->commands = 0;
        const int speakers = plan_.burst ? plan_.clients_per_session : 1;
        for (int i = 0; i < speakers; ++i) say(*session, i);
    }
}

// The sessions take turns, evenly over the pace; nobody waits for an answer.
void Load::talk_at_pace() {
    const auto began = Clock::now();
    const auto turn_us = 1000.0 * plan_.pace_ms / plan_.sessions;
    const auto turns = static_cast<std::uint64_t>(plan_.seconds * 1e6 / turn_us);
    stopping_ = true;  // nobody speaks because it was answered
    for (std::uint64_t turn = 0; turn < turns && !broken_; ++turn) {
        Session& session = *sessions_[turn % sessions_.size()];
        say(session, session.next_client);
        session.next_client = (session.next_client + 1) % plan_.clients_per_session;
        const auto next = began + std::chrono::microseconds(
                                      static_cast<std::int64_t>(turn_us * double(turn + 1)));
        for (auto now = Clock::now(); now < next && !broken_; now = Clock::now())
            wait_and_read(
                static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(next - now).count()));
    }
}

void Load::say(Session& session, int client) {
    const auto number = ++next_command_;
    session.under_way[number] = {client, 0, Clock::now()};
    ++session.commands;
    ++outstanding_;
    auto& speaker = *session.clients[static_cast<std::size_t>(client)];
    send(speaker, speaker.dialect->command(number));
}

void Load::send(Client& client, const std::string& message) {
    const auto frame = masked_frame(message);
    const auto sent = ::send(client.socket, frame.data(), frame.size(), MSG_NOSIGNAL);
    broken_ = broken_ || sent != static_cast<ssize_t>(frame.size());
}

void Load::read(Client& client) {
    std::array<char, 65536> chunk;
    const auto count = ::recv(client.socket, chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (count < 0) return;
    if (count == 0) {
        broken_ = true;
        return;
    }
    result_.bytes += static_cast<std::uint64_t>(count);
    client.read.append(chunk.data(), static_cast<std::size_t>(count));
    std::size_t used = 0;
    while (client.read.size() - used >= 2) {
        const auto* const bytes = reinterpret_cast<const unsigned char*>(client.read.data()) + used;
        std::size_t header = 2;
        std::size_t size = bytes[1] & 127;
        if (size >= 126) header = size == 126 ? 4 : 10;
        if (client.read.size() - used < header) break;
        if (header > 2) {
            size = 0;
            for (std::size_t i = 2; i < header; ++i) size = size << 8 | bytes[i];
        }
        if (client.read.size() - used < header + size) break;
        if ((bytes[0] & 15) == 8) broken_ = true;
        if ((bytes[0] & 15) == 2) {
            ++result_.messages;
            client.dialect->received(std::string_view(client.read).substr(used + header, size),
                                     [&](std::uint64_t command) { saw(client, command); });
        }
        used += header + size;
    }
    client.read.erase(0, used);
}

void Load::saw(Client& client, std::uint64_t command) {
    auto& session = *client.session;
    const auto found = session.under_way.find(command);
    if (found == session.under_way.end()) return;
    found->second.seen_by |= std::uint64_t{1} << client.number;
    if (std::popcount(found->second.seen_by) == plan_.hearers) finished(session, command);
}

void Load::finished(Session& session, std::uint64_t command) {
    const auto done = session.under_way.extract(command).mapped();
    --outstanding_;
    ++result_.commands;
    latencies_us_.push_back(
        std::chrono::duration<double, std::micro>(Clock::now() - done.sent).count());
    const auto most = plan_.commands_per_session;
    if (stopping_ || (most != 0 && session.commands >= most)) return;
    session.next_client = (session.next_client + 1) % plan_.clients_per_session;
    say(session, plan_.burst ? done.client : session.next_client);
}

}  // namespace casustafel::bench
