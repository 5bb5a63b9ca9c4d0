#pragma once
// What a family of rules declares for the dispatch of `decide` and `apply`. Beside each command
// stand its gate and its `decide_on`, beside each event its `apply_on`. The gate says who may ask
// and when, before the rule itself looks at what is asked.
#include <cstdint>
#include <variant>
#include <vector>

#include "server/core/rejection.hpp"

namespace casustafel::core {

struct Act;
struct Event;
struct Record;
struct State;

// What comes of a command.
using Outcome = std::variant<std::vector<Event>, Rejection>;

enum class Who : std::uint8_t {
    newcomer,                // nobody yet
    participant,             // somebody of this session
    participant_or_trainer,  // the rule itself tells them apart
    seated,                  // a participant for a role it holds now, or a trainer who stands in
    seated_or_trainer,       // the same, or a trainer for no role
    trainer,
    host,
};

enum class When : std::uint8_t {
    always,  // also after the end
    before_end,
    once_started,   // running or paused
    while_running,  // and neither a swap nor a probe is under way
    in_swap,        // running, and a swap is under way
    in_probe,       // running, and a probe is open
};

struct Gate {
    Who who;
    When when;
};

}  // namespace casustafel::core
