#pragma once
// Inside core only. What other families ask of the seats.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// The events by which whoever plays this role gives it up; none when nobody does.
std::vector<Event> freeing(const State&, const RoleId&);

// The same when nobody comes instead: then an autopilot that sat there before comes back.
std::vector<Event> giving_up(const State&, const RoleId&);

// The autopilots that sit down when play starts: where none but they ever sit, and
// where the group is too small for a person.
std::vector<Event> autopilots_at_the_start(const State&);

}  // namespace casustafel::core
