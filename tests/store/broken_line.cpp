#include "broken_line.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <vector>

#include "tests/support/postgres/postgres_server.hpp"

namespace casustafel::store {
namespace {

sockaddr_un address(const std::string& folder) {
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    const std::string path = folder + "/" + test::PostgresServer::socket_name();
    path.copy(name.sun_path, sizeof name.sun_path - 1);
    return name;
}

int connect_to(const std::string& folder) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un name = address(folder);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0)
        return socket;
    ::close(socket);
    return -1;
}

// What came, at most for a while; empty when the other end is gone.
std::string receive(int socket) {
    std::string bytes(1 << 20, '\0');
    const ssize_t got = ::recv(socket, bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

void deliver(int socket, const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t now = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) return;
        sent += static_cast<std::size_t>(now);
    }
}

}  // namespace

BrokenLine::BrokenLine(std::string folder, std::string to)
    : path_(std::move(folder)), to_(std::move(to)) {
    listening_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un name = address(path_);
    if (::bind(listening_, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0 ||
        ::listen(listening_, 16) != 0)
        std::abort();
    accepting_ = std::thread([this] { accept(); });
}

BrokenLine::~BrokenLine() {
    stopping_ = true;
    ::shutdown(listening_, SHUT_RDWR);
    accepting_.join();
    for (std::thread& carrier : carriers_) carrier.join();
    for (const Late& late : late_) ::close(late.server);
    ::close(listening_);
}

void BrokenLine::accept() {
    while (!stopping_) {
        const int client = ::accept(listening_, nullptr, nullptr);
        if (client < 0) continue;
        if (!open_ || stopping_)
            ::close(client);
        else
            carriers_.emplace_back([this, client] { carry(client); });
    }
}

void BrokenLine::carry(int client) {
    const int server = connect_to(to_);
    bool keep_server = false;
    while (!stopping_ && server >= 0) {
        pollfd ends[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (::poll(ends, 2, 50) < 0) break;
        if (ends[0].revents != 0) {
            const std::string asked = receive(client);
            if (asked.empty()) break;
            const Break how = next_.exchange(Break::never);
            if (how == Break::never) {
                deliver(server, asked);
                continue;
            }
            ++breaks_;
            if (how == Break::halfway) deliver(server, asked.substr(0, asked.size() / 2));
            if (how == Break::after_the_answer) {
                deliver(server, asked);
                receive(server);
            }
            if (how == Break::arrives_late) {
                const std::lock_guard guard(mutex_);
                late_.push_back({server, asked});
                keep_server = true;
            }
            break;
        }
        if (ends[1].revents != 0) {
            const std::string answer = receive(server);
            if (answer.empty()) break;
            deliver(client, answer);
        }
    }
    ::close(client);
    if (server >= 0 && !keep_server) ::close(server);
}

void BrokenLine::let_arrive() {
    const std::lock_guard guard(mutex_);
    for (const Late& late : late_) {
        deliver(late.server, late.asked);
        receive(late.server);
        ::close(late.server);
    }
    late_.clear();
}

}  // namespace casustafel::store
