#include "client/net/connection.hpp"

namespace casustafel::client_net {

bool comes_back(Reason reason) {
    switch (reason) {
        case Reason::malformed:
        case Reason::too_large:
        case Reason::wrong_version:
        case Reason::superseded:
        case Reason::sent_away:
        case Reason::wrong_code:
        case Reason::reused_command:
        case Reason::certificate_refused:
        case Reason::closed_here: return false;
        case Reason::too_fast:
        case Reason::too_slow:
        case Reason::too_many:
        case Reason::going_away:
        case Reason::silent:
        case Reason::lost:
        case Reason::unreachable:
        case Reason::name_not_found:
        case Reason::not_our_server: return true;
    }
    return true;
}

std::string sentence_of(const Event& event) {
    if (!event.flaw.empty()) return "close.certificate_" + event.flaw;
    return "close." + contract::word(event.reason);
}

Reason reason_of_close_code(std::uint16_t code) {
    if (const auto said = contract::reason_of_close_code(code)) return *said;
    // The WebSocket library's own: protocol error, unacceptable data, bad text, message too big.
    if (code == 1002 || code == 1003 || code == 1007) return Reason::malformed;
    if (code == 1009) return Reason::too_large;
    if (code == 1001) return Reason::going_away;
    return Reason::lost;
}

}  // namespace casustafel::client_net
