#pragma once
// Meetings of the case: who calls one together, who goes in and out, in which form they talk, how
// far they are, and when it is over or has become part of another. Who hears what is said in one
// stands in talk.hpp.
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/families/dispatch.hpp"
#include "server/core/families/talk.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/vocabulary.hpp"

namespace casustafel::core {

struct Meeting;

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

// One that is not there until somebody calls it together, or that was closed.
struct ConveneMeeting {
    MeetingId meeting;
    std::vector<RoleId> roles;  // who is called besides its members
    std::string reason;
    COMMAND(ConveneMeeting, seated, while_running, meeting, roles, reason);
};

struct CloseMeeting {  // by the chair
    MeetingId meeting;
    std::string summary;  // told to those who were in it, or in the meeting it is a part of
    static constexpr Holds holds{limits::messages};
    COMMAND(CloseMeeting, seated, while_running, meeting, summary);
};

struct ChooseFormat {  // by the chair
    MeetingId meeting;
    MeetingFormat format{};
    std::vector<RoleId> roles;  // who talks in the middle, or who talks with whom: two by two
    COMMAND(ChooseFormat, seated, while_running, meeting, format, roles);
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

struct MeetingConvened {
    MeetingId meeting;
    RoleId by;
    std::vector<RoleId> roles;  // called besides its members, in scenario order
    std::string reason;
    EVENT(MeetingConvened, meeting, by, roles, reason);
};

struct MeetingClosed {
    MeetingId meeting;
    RoleId by;
    MeetingId into;  // the meeting that it became part of; empty: it is over
    EVENT(MeetingClosed, meeting, by, into);
};

struct FormatChosen {
    MeetingId meeting;
    RoleId by;
    MeetingFormat format{};
    std::vector<RoleId> roles;
    EVENT(FormatChosen, meeting, by, format, roles);
};

struct Call {
    MeetingConvened event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(Call, event, at_sim_ms);
};

struct StateOfMeetings {
    std::map<MeetingId, MeetingPhase> phases;       // every meeting of the scenario
    std::map<MeetingId, std::set<RoleId>> invited;  // besides the members
    std::map<MeetingId, Call> convened;             // the last time, also when it was closed since
    std::map<MeetingId, MeetingClosed> closed;
    std::map<MeetingId, FormatChosen> formats;  // those that do not talk all together
    static constexpr std::array<std::string_view, 3> later{"convened", "closed", "formats"};
    DESCRIBED(StateOfMeetings, phases, invited, convened, closed, formats);
};
// Members, invited roles and those in `known_to` know that a meeting exists. One that waits to be
// called together is known only to who may do so.
bool sees(const State&, const RoleId&, const Meeting&);
// Members and invited roles may enter it while it is open; only they know who is in it and where it
// stands.
bool may_enter(const State&, const RoleId&, const Meeting&);
// It was called together, or needs no call, and is not over.
bool is_open(const State&, const Meeting&);
bool may_convene(const State&, const RoleId&, const Meeting&);
// The meeting in which this one goes on: itself, unless it became part of another.
const MeetingId& goes_on_in(const State&, const MeetingId&);

using MeetingsCommands = Kinds<EnterMeeting, LeaveMeeting, MovePhase, InviteToMeeting,
                               ConveneMeeting, CloseMeeting, ChooseFormat>;
using MeetingsEvents = Kinds<MeetingEntered, MeetingLeft, PhaseMoved, RoleInvited, MeetingConvened,
                             MeetingClosed, FormatChosen>;

}  // namespace casustafel::core
