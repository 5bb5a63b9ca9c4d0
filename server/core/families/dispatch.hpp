#pragma once
// What a family of rules declares for the dispatch of `decide` and `apply`: COMMAND says of a
// struct who may ask it and when, before the rule itself looks at what is asked, and that there is
// a `decide_on` for it; EVENT that there is an `apply_on`. Their bodies stand in core/rules.
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "server/core/values/fields.hpp"
#include "server/core/values/rejection.hpp"

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
    while_running,  // and no swap or prompt holds the case
    in_swap,        // running, and a swap is under way
};

struct Gate {
    Who who;
    When when;
};

// Stands beside the gate of what disturbs everybody: it is for who sits at a table, and each
// participant waits this long before the next time. The host holds people to it; no log depends on
// it.
struct Pause {
    std::int64_t again_after_ms;
};

// Stands in a command that adds to something of which a session holds so many, for all together:
// of it one participant may bring a quarter. The host holds people to it, as to a Pause.
struct Holds {
    std::size_t in_a_session;
};

// Stands in an event that changes nothing of what the clock brings next, and when: most of what
// people say and do to each other. After it nobody needs to look for that again (rules/due.hpp).
struct LeavesDue {};

}  // namespace casustafel::core

// Stands last in a command: who may ask it and when, its fields, and that its family decides on it.
#define COMMAND(Type, who, when, ...)                  \
    static constexpr Gate gate{Who::who, When::when};  \
    friend Outcome decide_on(const Act&, const Type&); \
    DESCRIBED(Type __VA_OPT__(, ) __VA_ARGS__)
// Stands last in an event: its fields, and that its family folds it into the state.
#define EVENT(Type, ...)                                      \
    friend void apply_on(State&, const Record&, const Type&); \
    DESCRIBED(Type __VA_OPT__(, ) __VA_ARGS__)
