#pragma once
// Messages and meetings: who is in a meeting, where it stands and who was invited besides its
// members.
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
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

struct Meeting;

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

struct EnterMeeting {
    MeetingId meeting;
    COMMAND(EnterMeeting, seated, while_running, meeting);
};

struct LeaveMeeting {
    MeetingId meeting;
    COMMAND(LeaveMeeting, seated, while_running, meeting);
};

struct MovePhase {  // by the chair; ahead one by one, back freely
    MeetingId meeting;
    MeetingPhase phase{};
    COMMAND(MovePhase, seated, while_running, meeting, phase);
};

struct InviteToMeeting {  // by the chair
    MeetingId meeting;
    RoleId role;
    std::string reason;
    COMMAND(InviteToMeeting, seated, while_running, meeting, role, reason);
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

struct MeetingEntered {
    RoleId role;
    MeetingId meeting;
    EVENT(MeetingEntered, role, meeting);
};

struct MeetingLeft {
    RoleId role;
    MeetingId meeting;
    EVENT(MeetingLeft, role, meeting);
};

struct PhaseMoved {
    MeetingId meeting;
    RoleId by;
    MeetingPhase phase{};
    EVENT(PhaseMoved, meeting, by, phase);
};

struct RoleInvited {
    MeetingId meeting;
    RoleId by;
    RoleId role;
    std::string reason;
    EVENT(RoleInvited, meeting, by, role, reason);
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

struct StateOfMeetings {
    std::map<MeetingId, MeetingPhase> phases;       // every meeting of the scenario
    std::map<MeetingId, std::set<RoleId>> invited;  // besides the members
    DESCRIBED(StateOfMeetings, phases, invited);
};
// Members, invited roles and those in `known_to` know that a meeting exists.
bool sees(const State&, const RoleId&, const Meeting&);
// Members and invited roles may enter it; only they know who is in it and where it stands.
bool may_enter(const State&, const RoleId&, const Meeting&);

using TalkCommands = Kinds<SendMessage, EnterMeeting, LeaveMeeting, MovePhase, InviteToMeeting>;
using TalkEvents = Kinds<MessageSent, MeetingEntered, MeetingLeft, PhaseMoved, RoleInvited>;

}  // namespace casustafel::core
