// Lobby, seats, connections and the trainer's control of the clock.
#include "server/core/rules/session.hpp"

#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/core/rules/consequences.hpp"
#include "server/core/rules/due.hpp"
#include "server/core/rules/prompt.hpp"
#include "server/core/rules/rules.hpp"
#include "server/core/rules/seats.hpp"
#include "server/core/rules/swap.hpp"

namespace casustafel::core {

namespace {

// In play from the first instant, for the events of the start.
bool from_the_start(const Scenario& scenario, const Item& item) {
    return item.available_sim_ms.value_or(scenario.start_sim_ms()) <= scenario.start_sim_ms() &&
           !is_dealt_by_play(scenario, item.id) && item.emerges_from.empty();
}

bool somebody_sits(const State& state) {
    for (const auto& [role, seat] : state.seats)
        if (seat.occupant != ParticipantId::nobody) return true;
    return false;
}

// Who is connected or sits somewhere; others, though present, take no room.
std::size_t people_here(const State& state) {
    std::set<ParticipantId> here;
    for (const auto& [id, participant] : state.participants)
        if (participant.present && participant.connected) here.insert(id);
    for (const auto& [role, seat] : state.seats) here.insert(seat.occupant);
    here.erase(ParticipantId::nobody);
    return here.size();
}

// Gives up every seat, and is no participant any more.
std::vector<Event> leaving(const Act& act, ParticipantId participant) {
    std::vector<Event> events;
    for (const auto& role : roles_of(act.state, participant))
        append(events, giving_up(act.state, role));
    events.push_back(ParticipantLeft{participant});
    return going_on(act.state, act.stamp, std::move(events));
}

}  // namespace

void anchor(State& state, const Record& record) { state.clock.anchor = record.stamp; }

Outcome decide_on(const Act& act, const JoinSession& wanted) {
    const auto& participants = act.state.participants;
    if (people_here(act.state) >= limits::participants ||
        participants.size() >= limits::participants_ever)
        return Rejection::session_is_full;
    const auto last = participants.empty() ? ParticipantId::nobody : participants.rbegin()->first;
    const auto next = static_cast<ParticipantId>(static_cast<std::uint32_t>(last) + 1);
    return std::vector<Event>{ParticipantJoined{next, wanted.language}};
}

Outcome decide_on(const Act& act, const LeaveSession&) {
    return leaving(act, act.actor.participant);
}

Outcome decide_on(const Act& act, const SendAway& wanted) {
    const auto found = act.state.participants.find(wanted.participant);
    if (found == act.state.participants.end() || !found->second.present) return Rejection::unknown;
    return leaving(act, wanted.participant);
}

Outcome decide_on(const Act& act, const TakeRole& wanted) {
    const auto seat = act.state.seats.find(wanted.role);
    if (seat == act.state.seats.end()) return Rejection::unknown;
    const auto occupant = seat->second.occupant;
    if (occupant == act.actor.participant) return Rejection::already_so;
    if (find(act.scenario, wanted.role)->autopilot == AutopilotUse::always)
        return Rejection::role_is_autopilots;
    if (occupant != ParticipantId::nobody || seat->second.stand_in) return Rejection::role_taken;
    if (roles_of(act.state, act.actor.participant).size() >= limits::roles_of_one_participant)
        return Rejection::too_many_roles;
    auto events = freeing(act.state, wanted.role);
    events.push_back(RoleTaken{act.actor.participant, wanted.role});
    return events;
}

Outcome decide_on(const Act& act, const ReleaseRole& wanted) {
    const auto found = act.state.seats.find(wanted.role);
    if (found == act.state.seats.end()) return Rejection::unknown;
    const auto occupant = found->second.occupant;
    const auto& former = found->second.former;
    const bool trainer = act.actor.kind == ActorKind::trainer;
    if (!trainer && occupant != act.actor.participant)
        return former.contains(act.actor.participant) ? Rejection::role_changed
                                                      : Rejection::not_your_role;
    if (!is_played(found->second)) return Rejection::role_is_free;
    const bool always = find(act.scenario, wanted.role)->autopilot == AutopilotUse::always;
    if (always && found->second.autopilot) return Rejection::role_is_autopilots;
    auto events = giving_up(act.state, wanted.role);
    if (always && !act.state.autopilots.contains(wanted.role))
        events.push_back(AutopilotSeated{wanted.role});
    return going_on(act.state, act.stamp, std::move(events));
}

Outcome decide_on(const Act& act, const StartSession&) {
    if (act.state.phase != SessionPhase::lobby) return Rejection::already_started;
    if (!somebody_sits(act.state)) return Rejection::no_roles_taken;
    std::vector<Event> events{SessionStarted{}};
    append(events, closing_of_lobby(act.state));
    append(events, autopilots_at_the_start(act.state));
    for (const auto& item : act.scenario.items)
        if (from_the_start(act.scenario, item)) events.push_back(ItemDealt{item.id, item.holders});
    return events;
}

Outcome decide_on(const Act& act, const PauseSession&) {
    if (act.state.phase == SessionPhase::paused) return Rejection::already_so;
    return std::vector<Event>{SessionPaused{}};
}

Outcome decide_on(const Act& act, const ResumeSession&) {
    if (act.state.phase != SessionPhase::paused) return Rejection::not_paused;
    return std::vector<Event>{SessionResumed{}};
}

Outcome decide_on(const Act& act, const SetSpeed& wanted) {
    if (wanted.permille < limits::slowest_permille || wanted.permille > limits::fastest_permille)
        return Rejection::speed_out_of_range;
    if (wanted.permille == act.state.clock.speed_permille) return Rejection::already_so;
    return std::vector<Event>{SpeedSet{wanted.permille}};
}

Outcome decide_on(const Act& act, const EndSession&) {
    return end_events(act.state, EndReason::trainer, act.stamp.sim_ms);
}

Outcome decide_on(const Act& act, const DeclassifyCase&) {
    if (act.state.phase != SessionPhase::ended) return Rejection::too_early;
    if (act.state.declassified) return Rejection::already_so;
    return std::vector<Event>{CaseDeclassified{}};
}

Outcome decide_on(const Act& act, const NoteConnection& noted) {
    const auto found = act.state.participants.find(noted.participant);
    if (found == act.state.participants.end() || !found->second.present) return Rejection::unknown;
    if (found->second.connected == noted.connected) return Rejection::already_so;
    if (noted.connected) return std::vector<Event>{ConnectionRestored{noted.participant}};
    return std::vector<Event>{ConnectionLost{noted.participant}};
}

Outcome decide_on(const Act&, const NoteRecovery&) {
    return std::vector<Event>{SessionRecovered{}};
}

Outcome decide_on(const Act&, const NoteFork& noted) {
    return std::vector<Event>{SessionForked{noted.origin, noted.position}};
}

std::vector<Event> going_on(const State& state, const Stamp& stamp, std::vector<Event> events) {
    const bool asking = std::ranges::any_of(
        state.prompts, [](const auto& each) { return each.second.status == PromptStatus::open; });
    if (state.swap.stage == SwapStage::none && !asking) return events;
    Record record;
    record.stamp = stamp;
    record.events = events;
    State after = state;
    apply(after, record);
    if (is_swap_awaited_no_longer(after))
        append(events, next_stage_of_swap(after, stamp.active_ms));
    append(events, closing_of_answered(after));
    return events;
}

void apply_on(State& state, const Record&, const ParticipantJoined& event) {
    state.participants[event.participant].language = event.language;
}

void apply_on(State& state, const Record& record, const ParticipantLeft& event) {
    auto& participant = state.participants[event.participant];
    participant.present = false;
    participant.connected = false;
    participant.lost_at_active_ms = record.stamp.active_ms;
}

void apply_on(State& state, const Record& record, const ConnectionLost& event) {
    auto& participant = state.participants[event.participant];
    participant.connected = false;
    participant.lost_at_active_ms = record.stamp.active_ms;
}

void apply_on(State& state, const Record&, const ConnectionRestored& event) {
    auto& participant = state.participants[event.participant];
    participant.connected = true;
    participant.absent = false;
}

void apply_on(State& state, const Record&, const AbsenceStarted& event) {
    state.participants[event.participant].absent = true;
}

void apply_on(State& state, const Record& record, const RoleTaken& event) {
    state.seats[event.role].occupant = event.participant;
    state.swap.ready.erase(event.role);
    // Nobody is missed at a table before sitting there.
    auto& participant = state.participants[event.participant];
    if (!participant.connected) participant.lost_at_active_ms = record.stamp.active_ms;
}

void apply_on(State& state, const Record&, const RoleReleased& event) {
    auto& seat = state.seats[event.role];
    seat.occupant = ParticipantId::nobody;
    seat.former.insert(event.participant);
}

void apply_on(State& state, const Record& record, const SessionStarted&) {
    state.phase = SessionPhase::running;
    state.clock.running = true;
    anchor(state, record);
}

void apply_on(State& state, const Record& record, const SessionPaused&) {
    state.phase = SessionPhase::paused;
    state.clock.running = false;
    anchor(state, record);
}

void apply_on(State& state, const Record& record, const SessionResumed&) {
    state.pause_called_by = ParticipantId::nobody;
    state.phase = SessionPhase::running;
    state.clock.running = true;
    anchor(state, record);
}

void apply_on(State& state, const Record& record, const SpeedSet& event) {
    state.clock.speed_permille = event.permille;
    anchor(state, record);
}

void apply_on(State& state, const Record& record, const SegmentEntered& event) {
    // Total, also over a damaged log: `verify` says what is wrong with it.
    const auto segments = static_cast<int>(state.scenario->segments.size());
    if (event.segment < 0 || event.segment >= segments) return;
    state.clock.segment = event.segment;
    anchor(state, record);
}

void apply_on(State& state, const Record& record, const SessionEnded& event) {
    state.phase = SessionPhase::ended;
    state.end_reason = event.reason;
    state.clock.running = false;
    state.clock.case_held = false;
    state.swap.stage = SwapStage::none;
    anchor(state, record);
}

void apply_on(State& state, const Record&, const CaseDeclassified&) { state.declassified = true; }

void apply_on(State& state, const Record&, const SessionRecovered&) { ++state.recoveries; }

// The clocks of whoever looks on are told again, as after a recovery.
void apply_on(State& state, const Record&, const SessionForked&) { ++state.recoveries; }

}  // namespace casustafel::core
