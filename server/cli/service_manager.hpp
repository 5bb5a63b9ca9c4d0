#pragma once
// Telling systemd how the server is, where it asked to be told: one datagram to the socket that
// NOTIFY_SOCKET names. Anywhere else it does nothing. A watchdog is told from the event loop, so
// that a loop that hangs is noticed.
#include <cstdint>
#include <optional>
#include <string_view>

namespace casustafel::cli {

// "READY=1", "STOPPING=1", "WATCHDOG=1"; false when nobody asked or it could not be told.
bool tell_service_manager(std::string_view state);

// How often the watchdog wants to hear: half of what it waits at most. Nothing: there is none, or
// it is for another process.
std::optional<std::int64_t> watchdog_every_ms();

}  // namespace casustafel::cli
