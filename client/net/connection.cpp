#include "client/net/connection.hpp"

namespace casustafel::client_net {

std::string_view name(Reason reason) {
    switch (reason) {
        case Reason::malformed: return "malformed";
        case Reason::too_large: return "too_large";
        case Reason::too_fast: return "too_fast";
        case Reason::too_slow: return "too_slow";
        case Reason::wrong_version: return "wrong_version";
        case Reason::superseded: return "superseded";
        case Reason::wrong_code: return "wrong_code";
        case Reason::too_many: return "too_many";
        case Reason::going_away: return "going_away";
        case Reason::reused_command: return "reused_command";
        case Reason::silent: return "silent";
        case Reason::lost: return "lost";
        case Reason::unreachable: return "unreachable";
        case Reason::name_not_found: return "name_not_found";
        case Reason::not_our_server: return "not_our_server";
        case Reason::certificate_refused: return "certificate_refused";
        case Reason::closed_here: return "closed_here";
    }
    return "lost";
}

bool comes_back(Reason reason) {
    switch (reason) {
        case Reason::malformed:
        case Reason::too_large:
        case Reason::wrong_version:
        case Reason::superseded:
        case Reason::wrong_code:
        case Reason::reused_command:
        case Reason::certificate_refused:
        case Reason::closed_here: return false;
        default: return true;
    }
}

Reason reason_of_close_code(std::uint16_t code) {
    constexpr std::uint16_t first = 4000;
    constexpr auto last = static_cast<std::uint16_t>(Reason::silent);
    if (code >= first && code <= first + last) return static_cast<Reason>(code - first);
    // The WebSocket library's own: protocol error, unacceptable data, bad text, message too big.
    if (code == 1002 || code == 1003 || code == 1007) return Reason::malformed;
    if (code == 1009) return Reason::too_large;
    if (code == 1001) return Reason::going_away;
    return Reason::lost;
}

}  // namespace casustafel::client_net
