// Who plays which role besides by sitting down: the trainer assigns, moves, replaces and stands in,
// autopilots fill what is empty. And help: pauses and help that participants call for, whispers,
// bookmarked moments.
//
// A seat has at most one of an occupant, an autopilot and a trainer who stands in: whoever comes
// sends away who was there, in the same record.
#include "server/core/rules/seats.hpp"

#include "server/core/rules/audience.hpp"
#include "server/core/rules/meetings.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/rules/session.hpp"

namespace casustafel::core {
namespace {

const Seat* seat_of(const Act& act, const RoleId& role) {
    const auto found = act.state.seats.find(role);
    return found == act.state.seats.end() ? nullptr : &found->second;
}

// The people who sit at a table, each once however many roles they play.
int people_seated(const State& state) {
    std::set<ParticipantId> people;
    for (const auto& [role, seat] : state.seats) people.insert(seat.occupant);
    people.erase(ParticipantId::nobody);
    return static_cast<int>(people.size());
}

// The roles that the participant gives up when moving to `role`.
std::vector<RoleId> left_behind(const State& state, const AssignRole& wanted) {
    auto held = roles_of(state, wanted.participant);
    if (!wanted.move) held.clear();
    std::erase(held, wanted.role);
    return held;
}

}  // namespace

bool plays(const State& state, ParticipantId participant, const RoleId& role) {
    const auto seat = state.seats.find(role);
    return participant != ParticipantId::nobody && seat != state.seats.end() &&
           seat->second.occupant == participant;
}

bool sees(const State&, const RoleId& role, const WhisperSent& whisper) {
    return whisper.event.to == role;
}

bool sees(const State& state, const RoleId& role, const HelpCall& call) {
    return plays(state, call.event.participant, role);
}

std::vector<Event> freeing(const State& state, const RoleId& role) {
    const Seat& seat = state.seats.at(role);
    if (!is_played(seat)) return {};
    // A role that nobody plays is present nowhere: whoever gives it up gets up first.
    auto events = leaving_events(state, role);
    if (seat.autopilot)
        events.push_back(AutopilotLeft{role});
    else if (seat.stand_in)
        events.push_back(StandInEnded{role});
    else
        events.push_back(RoleReleased{seat.occupant, role});
    return events;
}

std::vector<Event> giving_up(const State& state, const RoleId& role) {
    const bool by_itself = state.seats.at(role).autopilot;
    auto events = freeing(state, role);
    if (!by_itself && state.autopilots.contains(role)) events.push_back(AutopilotSeated{role});
    return events;
}

std::vector<Event> autopilots_at_the_start(const State& state) {
    const int people = people_seated(state);
    std::vector<Event> events;
    for (const auto& role : state.scenario->roles) {
        const bool theirs = role.autopilot == AutopilotUse::always || role.from_group_size > people;
        if (theirs && !is_played(state.seats.at(role.id)))
            events.push_back(AutopilotSeated{role.id});
    }
    return events;
}

Outcome decide_on(const Act& act, const AssignRole& wanted) {
    const Seat* seat = seat_of(act, wanted.role);
    const auto participant = act.state.participants.find(wanted.participant);
    if (!seat || participant == act.state.participants.end() || !participant->second.present)
        return Rejection::unknown;
    if (find(act.scenario, wanted.role)->autopilot == AutopilotUse::always)
        return Rejection::role_is_autopilots;
    const auto gives_up = left_behind(act.state, wanted);
    const bool sits_there = seat->occupant == wanted.participant;
    if (sits_there && gives_up.empty()) return Rejection::already_so;
    // Who is moved may take the place of somebody, who then has no seat; a second seat is a free
    // one.
    if (!sits_there && !wanted.move && seat->occupant != ParticipantId::nobody)
        return Rejection::role_taken;
    const auto held = roles_of(act.state, wanted.participant).size() - gives_up.size();
    if (!sits_there && held >= limits::roles_of_one_participant) return Rejection::too_many_roles;
    std::vector<Event> events;
    for (const auto& role : gives_up) append(events, giving_up(act.state, role));
    if (!sits_there) {
        append(events, freeing(act.state, wanted.role));
        events.push_back(RoleTaken{wanted.participant, wanted.role});
    }
    return going_on(act.state, act.stamp, std::move(events));
}

Outcome decide_on(const Act& act, const SeatAutopilot& wanted) {
    const Seat* seat = seat_of(act, wanted.role);
    if (!seat) return Rejection::unknown;
    if (seat->autopilot) return Rejection::already_so;
    auto events = freeing(act.state, wanted.role);
    events.push_back(AutopilotSeated{wanted.role});
    return going_on(act.state, act.stamp, std::move(events));
}

Outcome decide_on(const Act& act, const StandIn& wanted) {
    const Seat* seat = seat_of(act, wanted.role);
    if (!seat) return Rejection::unknown;
    if (seat->stand_in) return Rejection::already_so;
    if (seat->occupant != ParticipantId::nobody) return Rejection::role_taken;
    auto events = freeing(act.state, wanted.role);
    events.push_back(StandInStarted{wanted.role});
    return events;
}

Outcome decide_on(const Act& act, const CallPause&) {
    if (act.state.phase == SessionPhase::paused) return Rejection::already_so;
    return std::vector<Event>{PauseCalled{act.actor.participant}, SessionPaused{}};
}

Outcome decide_on(const Act& act, const CallForHelp& wanted) {
    if (act.state.help_calls.size() >= limits::help_calls) return Rejection::too_much;
    return std::vector<Event>{HelpCalled{act.fresh, act.actor.participant, wanted.text}};
}

Outcome decide_on(const Act& act, const AnswerHelp& wanted) {
    const auto call = act.state.help_calls.find(wanted.call);
    if (call == act.state.help_calls.end()) return Rejection::unknown;
    if (call->second.answered) return Rejection::already_so;
    return std::vector<Event>{HelpAnswered{wanted.call}};
}

Outcome decide_on(const Act& act, const Whisper& wanted) {
    if (!find(act.scenario, wanted.to)) return Rejection::unknown;
    if (is_blank(wanted.text)) return Rejection::empty_text;
    if (act.state.whispers.size() >= limits::whispers) return Rejection::too_much;
    return std::vector<Event>{Whispered{act.fresh, wanted.to, wanted.text}};
}

Outcome decide_on(const Act& act, const BookmarkMoment& wanted) {
    if (is_blank(wanted.title)) return Rejection::empty_text;
    if (act.state.moments.size() >= limits::moments) return Rejection::too_much;
    return std::vector<Event>{MomentBookmarked{act.fresh, wanted.title}};
}

void apply_on(State& state, const Record& record, const AutopilotSeated& event) {
    auto& seat = state.seats[event.role];
    seat.autopilot = true;
    seat.autopilot_since_sim_ms = record.stamp.sim_ms;
    if (state.edition >= Edition::second) state.autopilots.insert(event.role);
}

void apply_on(State& state, const Record&, const AutopilotLeft& event) {
    state.seats[event.role].autopilot = false;
}

void apply_on(State& state, const Record&, const StandInStarted& event) {
    state.seats[event.role].stand_in = true;
}

void apply_on(State& state, const Record&, const StandInEnded& event) {
    state.seats[event.role].stand_in = false;
}

// What it brings is the SessionPaused beside it; who called is for the trainer alone.
void apply_on(State& state, const Record&, const PauseCalled& event) {
    state.pause_called_by = event.participant;
}

void apply_on(State& state, const Record& record, const HelpCalled& event) {
    state.help_calls.insert_or_assign(event.call, HelpCall{event, record.stamp.sim_ms});
}

void apply_on(State& state, const Record&, const HelpAnswered& event) {
    const auto call = state.help_calls.find(event.call);
    if (call != state.help_calls.end()) call->second.answered = true;
}

void apply_on(State& state, const Record& record, const Whispered& event) {
    state.whispers.insert_or_assign(event.whisper, WhisperSent{event, record.stamp.sim_ms});
}

void apply_on(State& state, const Record& record, const MomentBookmarked& event) {
    state.moments.insert_or_assign(event.moment, Moment{event.title, record.stamp});
}

}  // namespace casustafel::core
