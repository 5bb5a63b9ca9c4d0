#pragma once
// Who plays a role besides by sitting down: autopilots, stand-ins and assigned seats; calls for a
// pause or for help, whispers and bookmarks of the trainer.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "server/core/families/dispatch.hpp"
#include "server/core/values/fields.hpp"
#include "server/core/values/ids.hpp"
#include "server/core/values/kinds.hpp"
#include "server/core/values/stamp.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t help_calls = 500;
inline constexpr std::size_t whispers = 1'000;
inline constexpr std::size_t moments = 500;
inline constexpr std::size_t roles_of_one_participant = 4;
inline constexpr long long autopilot_answers_after_ms = 600'000;  // running case time
}  // namespace limits

// By a trainer: seats somebody in a free role or on an autopilot's place; with `move` also where
// somebody else sits, who then has no seat.
struct AssignRole {
    ParticipantId participant = ParticipantId::nobody;
    RoleId role;
    bool move = false;  // gives up the roles held so far
    COMMAND(AssignRole, trainer, before_end, participant, role, move);
};

struct SeatAutopilot {  // by a trainer: an autopilot plays the role; who sat there is released
    RoleId role;
    COMMAND(SeatAutopilot, trainer, before_end, role);
};

struct StandIn {  // by a trainer: plays a free role or an autopilot's, until released
    RoleId role;
    COMMAND(StandIn, trainer, before_end, role);
};

struct CallPause {  // by any participant; the group does not learn by whom
    static constexpr Pause pause{300'000};
    COMMAND(CallPause, participant, once_started);
};

struct CallForHelp {
    std::string text;  // may be empty
    static constexpr Pause pause{30'000};
    static constexpr Holds holds{limits::help_calls};
    COMMAND(CallForHelp, participant, once_started, text);
};

struct AnswerHelp {
    EntityId call = EntityId::none;
    COMMAND(AnswerHelp, trainer, once_started, call);
};

struct Whisper {
    RoleId to;
    std::string text;
    COMMAND(Whisper, trainer, once_started, to, text);
};

struct BookmarkMoment {
    std::string title;
    COMMAND(BookmarkMoment, trainer, once_started, title);
};

struct AutopilotSeated {
    RoleId role;
    EVENT(AutopilotSeated, role);
};

struct AutopilotLeft {
    RoleId role;
    EVENT(AutopilotLeft, role);
};

struct StandInStarted {  // a trainer plays this role
    RoleId role;
    EVENT(StandInStarted, role);
};

struct StandInEnded {
    RoleId role;
    EVENT(StandInEnded, role);
};

struct PauseCalled {  // followed by SessionPaused
    ParticipantId participant{};
    EVENT(PauseCalled, participant);
};

struct HelpCalled {
    EntityId call{};
    ParticipantId participant{};
    std::string text;
    EVENT(HelpCalled, call, participant, text);
};

struct HelpAnswered {
    EntityId call{};
    EVENT(HelpAnswered, call);
};

struct Whispered {
    EntityId whisper{};
    RoleId to;
    std::string text;
    EVENT(Whispered, whisper, to, text);
};

struct MomentBookmarked {
    EntityId moment{};
    std::string title;
    EVENT(MomentBookmarked, moment, title);
};

struct Seat {
    ParticipantId occupant = ParticipantId::nobody;
    bool autopilot = false;                   // then nobody occupies it
    bool stand_in = false;                    // a trainer plays it; then nobody occupies it
    std::set<ParticipantId> former;           // who sat here before
    std::int64_t autopilot_since_sim_ms = 0;  // while `autopilot`: it answers from then on
    DESCRIBED(Seat, occupant, autopilot, stand_in, former, autopilot_since_sim_ms);
};

struct HelpCall {
    HelpCalled event;
    std::int64_t at_sim_ms = 0;
    bool answered = false;
    DESCRIBED(HelpCall, event, at_sim_ms, answered);
};
// It shows in every role of who called.
bool sees(const State&, const RoleId&, const HelpCall&);

struct WhisperSent {
    Whispered event;
    std::int64_t at_sim_ms = 0;
    DESCRIBED(WhisperSent, event, at_sim_ms);
};
// The role whispered to.
bool sees(const State&, const RoleId&, const WhisperSent&);

struct Moment {
    std::string title;
    Stamp at;
    DESCRIBED(Moment, title, at);
};

struct StateOfSeats {
    std::map<RoleId, Seat> seats;  // every role of the scenario
    // Where an autopilot sat: it comes back when a person gives the seat up. Since the second
    // edition.
    std::set<RoleId> autopilots;
    static constexpr std::array<std::string_view, 1> later{"autopilots"};
    DESCRIBED(StateOfSeats, seats, autopilots);
};
// Whether this participant, somebody, sits there.
bool plays(const State&, ParticipantId, const RoleId&);

struct StateOfHelp {
    std::map<EntityId, HelpCall> help_calls;
    std::map<EntityId, WhisperSent> whispers;
    std::map<EntityId, Moment> moments;
    DESCRIBED(StateOfHelp, help_calls, whispers, moments);
};

using SeatsCommands = Kinds<AssignRole, SeatAutopilot, StandIn, CallPause, CallForHelp, AnswerHelp,
                            Whisper, BookmarkMoment>;
using SeatsEvents = Kinds<AutopilotSeated, AutopilotLeft, StandInStarted, StandInEnded, PauseCalled,
                          HelpCalled, HelpAnswered, Whispered, MomentBookmarked>;

}  // namespace casustafel::core
