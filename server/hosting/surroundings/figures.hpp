#pragma once
// How a host is, in numbers: for whoever watches the server, never for a participant. They tell of
// no session and of nobody in particular.
#include <cstdint>

namespace casustafel::hosting {

struct Figures {
    std::uint64_t sessions = 0;  // that can be entered
    std::uint64_t held = 0;      // of those: stand still because the disk takes nothing
    std::uint64_t damaged = 0;   // stay closed
    std::uint64_t visitors = 0;  // connections that may speak
};

}  // namespace casustafel::hosting
