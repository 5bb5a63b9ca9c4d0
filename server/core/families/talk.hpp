#pragma once
// Messages, and who sits in a meeting and so hears what is said there.
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t messages = 10'000;
}  // namespace limits

struct SendMessage {
    std::vector<RoleId> to;  // when empty, the meeting
    MeetingId meeting;
    std::string text;
    static constexpr Holds holds{limits::messages};
    COMMAND(SendMessage, seated, while_running, to, meeting, text);
};

struct MessageSent {
    EntityId message{};
    RoleId sender;
    std::vector<RoleId> to;  // the resolved audience, sender excluded
    MeetingId meeting;
    std::string text;
    static constexpr LeavesDue leaves_due{};
    EVENT(MessageSent, message, sender, to, meeting, text);
};

struct Message {
    MessageSent event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(Message, event, at_sim_ms);
};
// The sender and the audience.
bool sees(const State&, const RoleId&, const Message&);

struct StateOfTalk {
    std::map<EntityId, Message> messages;
    std::map<MeetingId, std::set<RoleId>> present;  // every meeting of the scenario
    DESCRIBED(StateOfTalk, messages, present);
};

using TalkCommands = Kinds<SendMessage>;
using TalkEvents = Kinds<MessageSent>;

}  // namespace casustafel::core
