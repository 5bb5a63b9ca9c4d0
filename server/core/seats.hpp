#pragma once
// Who plays a role besides by sitting down: autopilots, stand-ins and assigned seats; calls for a
// pause or for help, whispers and bookmarks of the trainer.
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "server/core/dispatch.hpp"
#include "server/core/fields.hpp"
#include "server/core/ids.hpp"
#include "server/core/kinds.hpp"
#include "server/core/stamp.hpp"

namespace casustafel::core {

namespace limits {
inline constexpr std::size_t help_calls = 500;
inline constexpr std::size_t whispers = 1'000;
inline constexpr std::size_t moments = 500;
inline constexpr std::size_t roles_of_one_participant = 4;
inline constexpr long long autopilot_answers_after_ms = 600'000;  // running case time
}  // namespace limits

// By a trainer: seats somebody in a free role or on an autopilot's place.
struct AssignRole {
    ParticipantId participant = ParticipantId::nobody;
    RoleId role;
    bool move = false;  // gives up the roles held so far
    static constexpr Gate gate{Who::trainer, When::before_end};
    DESCRIBED(AssignRole, participant, role, move);
};
Outcome decide_on(const Act&, const AssignRole&);

struct SeatAutopilot {  // by a trainer: an autopilot plays the role; who sat there is released
    RoleId role;
    static constexpr Gate gate{Who::trainer, When::before_end};
    DESCRIBED(SeatAutopilot, role);
};
Outcome decide_on(const Act&, const SeatAutopilot&);

struct StandIn {  // by a trainer: plays a free role or an autopilot's, until released
    RoleId role;
    static constexpr Gate gate{Who::trainer, When::before_end};
    DESCRIBED(StandIn, role);
};
Outcome decide_on(const Act&, const StandIn&);

struct CallPause {  // by any participant; the group does not learn by whom
    static constexpr Gate gate{Who::participant, When::once_started};
    DESCRIBED(CallPause);
};
Outcome decide_on(const Act&, const CallPause&);

struct CallForHelp {
    std::string text;  // may be empty
    static constexpr Gate gate{Who::participant, When::once_started};
    DESCRIBED(CallForHelp, text);
};
Outcome decide_on(const Act&, const CallForHelp&);

struct AnswerHelp {
    EntityId call = EntityId::none;
    static constexpr Gate gate{Who::trainer, When::once_started};
    DESCRIBED(AnswerHelp, call);
};
Outcome decide_on(const Act&, const AnswerHelp&);

struct Whisper {
    RoleId to;
    std::string text;
    static constexpr Gate gate{Who::trainer, When::once_started};
    DESCRIBED(Whisper, to, text);
};
Outcome decide_on(const Act&, const Whisper&);

struct BookmarkMoment {
    std::string title;
    static constexpr Gate gate{Who::trainer, When::once_started};
    DESCRIBED(BookmarkMoment, title);
};
Outcome decide_on(const Act&, const BookmarkMoment&);

struct AutopilotSeated {
    RoleId role;
    DESCRIBED(AutopilotSeated, role);
};
void apply_on(State&, const Record&, const AutopilotSeated&);

struct AutopilotLeft {
    RoleId role;
    DESCRIBED(AutopilotLeft, role);
};
void apply_on(State&, const Record&, const AutopilotLeft&);

struct StandInStarted {  // a trainer plays this role
    RoleId role;
    DESCRIBED(StandInStarted, role);
};
void apply_on(State&, const Record&, const StandInStarted&);

struct StandInEnded {
    RoleId role;
    DESCRIBED(StandInEnded, role);
};
void apply_on(State&, const Record&, const StandInEnded&);

struct PauseCalled {  // followed by SessionPaused
    ParticipantId participant{};
    DESCRIBED(PauseCalled, participant);
};
void apply_on(State&, const Record&, const PauseCalled&);

struct HelpCalled {
    EntityId call{};
    ParticipantId participant{};
    std::string text;
    DESCRIBED(HelpCalled, call, participant, text);
};
void apply_on(State&, const Record&, const HelpCalled&);

struct HelpAnswered {
    EntityId call{};
    DESCRIBED(HelpAnswered, call);
};
void apply_on(State&, const Record&, const HelpAnswered&);

struct Whispered {
    EntityId whisper{};
    RoleId to;
    std::string text;
    DESCRIBED(Whispered, whisper, to, text);
};
void apply_on(State&, const Record&, const Whispered&);

struct MomentBookmarked {
    EntityId moment{};
    std::string title;
    DESCRIBED(MomentBookmarked, moment, title);
};
void apply_on(State&, const Record&, const MomentBookmarked&);

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
    DESCRIBED(StateOfSeats, seats);
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
