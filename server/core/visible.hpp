#pragma once
// Who may see what: the predicates that `decide` uses to answer `unknown` and that the view room
// uses to project. There is no second way to decide what a role may see.
#include "server/core/ids.hpp"
#include "server/core/state.hpp"

namespace casustafel::core {

// A role sees an item when it has any form of it.
bool sees_item(const State&, const RoleId&, const ItemId&);
// The giver and everybody addressed see a share.
bool sees_share(const State&, const RoleId&, const Share&);
// The asker and the addressees see a request.
bool sees_request(const State&, const RoleId&, const Request&);
// The asker sees all answers; an addressee only its own.
bool sees_answer(const State&, const RoleId&, const Request&, const Answer&);
// The sender and the audience see a message.
bool sees_message(const State&, const RoleId&, const Message&);
// Members know that a meeting exists and who is in it.
bool sees_meeting(const State&, const RoleId&, const Meeting&);
// Whether a role is in a meeting now.
bool is_present(const State&, const MeetingId&, const RoleId&);
// An inject shows once it took effect, to those it is for.
bool sees_inject(const State&, const RoleId&, const InjectId&);

}  // namespace casustafel::core
