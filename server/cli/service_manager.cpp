#include "server/cli/service_manager.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace casustafel::cli {
namespace {

std::optional<std::int64_t> number_in(const char* variable) {
    const char* const value = std::getenv(variable);
    if (value == nullptr) return std::nullopt;
    const std::string_view text(value);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

bool tell_service_manager(std::string_view state) {
    const char* const named = std::getenv("NOTIFY_SOCKET");
    sockaddr_un to{};
    const std::string_view path(named == nullptr ? "" : named);
    if (path.size() < 2 || path.size() >= sizeof to.sun_path) return false;
    if (path.front() != '/' && path.front() != '@') return false;
    to.sun_family = AF_UNIX;
    std::memcpy(to.sun_path, path.data(), path.size());
    if (path.front() == '@') to.sun_path[0] = '\0';  // a name that is no file
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0) return false;
    const auto sent = ::sendto(socket, state.data(), state.size(), MSG_NOSIGNAL,
                               reinterpret_cast<const sockaddr*>(&to), size);
    ::close(socket);
    return sent == static_cast<ssize_t>(state.size());
}

std::optional<std::int64_t> watchdog_every_ms() {
    if (const auto process = number_in("WATCHDOG_PID"); process && *process != ::getpid())
        return std::nullopt;
    const auto waits_us = number_in("WATCHDOG_USEC");
    if (!waits_us || *waits_us < 2'000) return std::nullopt;
    return *waits_us / 2'000;
}

}  // namespace casustafel::cli
