#include "server/core/rules/talk.hpp"

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

// The meeting of this id when the actor knows of it.
const Meeting* known_meeting(const Act& act, const MeetingId& id) {
    const Meeting* meeting = find(act.scenario, id);
    const bool known = meeting != nullptr && sees(act.state, act.actor.role, *meeting);
    return known ? meeting : nullptr;
}

bool is_invited(const State& state, const RoleId& role, const Meeting& meeting) {
    const auto invited = state.invited.find(meeting.id);
    return invited != state.invited.end() && invited->second.contains(role);
}

}  // namespace

bool sees(const State&, const RoleId& role, const Message& message) {
    return message.event.sender == role || names(message.event.to, role);
}

bool sees(const State& state, const RoleId& role, const Meeting& meeting) {
    return may_enter(state, role, meeting) || names(meeting.known_to, role);
}

bool may_enter(const State& state, const RoleId& role, const Meeting& meeting) {
    return names(meeting.members, role) || is_invited(state, role, meeting);
}

Outcome decide_on(const Act& act, const SendMessage& command) {
    const Address address{command.to, command.meeting};
    if (!knows(act, address)) return Rejection::unknown;
    if (is_blank(command.text)) return Rejection::empty_text;
    const auto reached = audience(act, address);
    if (const auto* rejection = std::get_if<Rejection>(&reached)) return *rejection;
    if (act.state.messages.size() >= limits::messages) return Rejection::too_much;
    return std::vector<Event>{MessageSent{act.fresh, act.actor.role,
                                          std::get<std::vector<RoleId>>(reached), command.meeting,
                                          command.text}};
}

Outcome decide_on(const Act& act, const EnterMeeting& command) {
    const Meeting* meeting = known_meeting(act, command.meeting);
    if (!meeting) return Rejection::unknown;
    if (!may_enter(act.state, act.actor.role, *meeting)) return Rejection::no_power;
    if (is_present(act.state, command.meeting, act.actor.role)) {
        return Rejection::already_in_meeting;
    }
    return std::vector<Event>{MeetingEntered{act.actor.role, command.meeting}};
}

Outcome decide_on(const Act& act, const LeaveMeeting& command) {
    if (!known_meeting(act, command.meeting)) return Rejection::unknown;
    if (!is_present(act.state, command.meeting, act.actor.role)) return Rejection::not_in_meeting;
    return std::vector<Event>{MeetingLeft{act.actor.role, command.meeting}};
}

std::vector<Event> leaving_events(const State& state, const RoleId& role) {
    std::vector<Event> events;
    for (const Meeting& meeting : state.scenario->meetings) {
        if (is_present(state, meeting.id, role)) events.push_back(MeetingLeft{role, meeting.id});
    }
    return events;
}

void apply_on(State& state, const Record& record, const MessageSent& event) {
    state.messages.insert_or_assign(event.message, Message{event, record.stamp.sim_ms});
}

void apply_on(State& state, const Record&, const MeetingEntered& event) {
    state.present[event.meeting].insert(event.role);
    // A member who was called has come; who is no member keeps the right to enter.
    const Meeting* meeting = find(*state.scenario, event.meeting);
    const auto invited = state.invited.find(event.meeting);
    if (invited != state.invited.end() && names(meeting->members, event.role))
        invited->second.erase(event.role);
}

void apply_on(State& state, const Record&, const MeetingLeft& event) {
    state.present[event.meeting].erase(event.role);
}

// Back to an earlier phase is always free; ahead it goes one by one.
Outcome decide_on(const Act& act, const MovePhase& command) {
    const Meeting* meeting = known_meeting(act, command.meeting);
    if (!meeting) return Rejection::unknown;
    if (meeting->chair != act.actor.role) return Rejection::not_the_chair;
    const MeetingPhase now = act.state.phases.at(command.meeting);
    if (command.phase == now) return Rejection::already_so;
    if (static_cast<int>(command.phase) > static_cast<int>(now) + 1) return Rejection::too_early;
    return std::vector<Event>{PhaseMoved{command.meeting, act.actor.role, command.phase}};
}

Outcome decide_on(const Act& act, const InviteToMeeting& command) {
    const Meeting* meeting = known_meeting(act, command.meeting);
    if (!meeting || !find(act.scenario, command.role)) return Rejection::unknown;
    if (meeting->chair != act.actor.role) return Rejection::not_the_chair;
    if (is_present(act.state, command.meeting, command.role)) return Rejection::already_so;
    if (is_invited(act.state, command.role, *meeting)) return Rejection::already_so;
    return std::vector<Event>{
        RoleInvited{command.meeting, act.actor.role, command.role, command.reason}};
}

void apply_on(State& state, const Record&, const PhaseMoved& event) {
    state.phases[event.meeting] = event.phase;
}

void apply_on(State& state, const Record&, const RoleInvited& event) {
    state.invited[event.meeting].insert(event.role);
}

}  // namespace casustafel::core
