#pragma once
// Inside core only: whom a share or message reaches. It is resolved once, when the command is
// decided, and recorded; presence in a meeting is never evaluated again. Roles without an occupant
// may be addressed too: whoever sits down there finds what was sent.
#include <variant>
#include <vector>

#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Whom a command addresses, as it was typed: roles, or everybody present in one meeting.
struct Address {
    const std::vector<RoleId>& to;
    const MeetingId& meeting;
};

// Whether every role named exists and the meeting named is one this role knows of.
bool knows(const Act&, const Address&);

// The roles reached, in scenario order, each once, without the actor; or why nobody is. Names that
// the actor does not know are the caller's to refuse first.
std::variant<std::vector<RoleId>, Rejection> audience(const Act&, const Address&);

// The roles of `chosen` in scenario order, each once.
std::vector<RoleId> in_scenario_order(const Scenario&, const std::vector<RoleId>& chosen);

// The roles of `chosen`, each where it was named first.
std::vector<RoleId> each_once(const std::vector<RoleId>& chosen);

// Whether a typed text says nothing: empty, or white space only.
bool is_blank(const std::string& text);

}  // namespace casustafel::core
