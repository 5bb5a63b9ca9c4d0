#pragma once
// Inside core only: what an autopilot does in a role that no person plays. It answers what is asked
// of it and confirms the actions it is informed of, each some time later; nothing else. It is
// driven by `due`, has no memory but State, and goes by what its own role holds and has given,
// never by what it could only know of others.
#include <cstdint>
#include <vector>

#include "server/core/families/event.hpp"
#include "server/core/families/state.hpp"

namespace casustafel::core {

// One thing that an autopilot will do.
struct AutopilotTask {
    std::int64_t at_sim_ms = 0;  // never before what was decided last
    RoleId role;
    EntityId request = EntityId::none;  // to answer; none: an action
    EntityId action = EntityId::none;   // to confirm; none: a request
};

// Everything the autopilots have before them, by request and action id; empty without autopilots.
std::vector<AutopilotTask> autopilot_tasks(const State&);

// What it brings when its time has come.
std::vector<Event> carry_out(const State&, const AutopilotTask&);

}  // namespace casustafel::core
