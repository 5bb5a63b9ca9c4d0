// Meetings. One that became part of another, or was called together out of another, takes those who
// sit in it along: they leave the one and enter the other, so that who is where stands in one
// place.
#include "server/core/rules/meetings.hpp"

#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/checks.hpp"
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

bool belongs_to(const State& state, const RoleId& role, const Meeting& meeting) {
    return names(meeting.members, role) || is_invited(state, role, meeting);
}

bool has_been_there(const State& state, const Meeting& meeting) {
    return meeting.convened_by.empty() || state.convened.contains(meeting.id);
}

bool is_full(const State& state, const Meeting& meeting) {
    const auto& present = state.present.at(meeting.id);
    return meeting.places > 0 && static_cast<int>(present.size()) >= meeting.places;
}

// The one that this actor chairs, open; or why not.
std::variant<const Meeting*, Rejection> chaired(const Act& act, const MeetingId& id) {
    const Meeting* meeting = known_meeting(act, id);
    if (!meeting) return Rejection::unknown;
    if (meeting->chair != act.actor.role) return Rejection::not_the_chair;
    if (!is_open(act.state, *meeting)) return Rejection::meeting_closed;
    return meeting;
}

std::vector<RoleId> present_in(const State& state, const MeetingId& meeting) {
    std::vector<RoleId> found;
    for (const Role& role : state.scenario->roles)
        if (is_present(state, meeting, role.id)) found.push_back(role.id);
    return found;
}

int there_after(const std::vector<Event>& events, const State& state, const MeetingId& id) {
    const auto entered = std::ranges::count_if(events, [&](const Event& event) {
        const auto* one = std::get_if<MeetingEntered>(&event);
        return one && one->meeting == id;
    });
    return static_cast<int>(state.present.at(id).size() + static_cast<std::size_t>(entered));
}

// Those who sit in `from` go over to `to`, where they are not yet; who finds no room there gets up
// when `from` is over, and else stays.
void move_all(std::vector<Event>& events, const State& state, const std::vector<RoleId>& roles,
              const MeetingId& from, const Meeting* to, bool is_over) {
    for (const RoleId& role : roles) {
        const MeetingEntered enters{role, to ? to->id : MeetingId{}};
        const bool is_there = !to || is_present(state, to->id, role) ||
                              std::ranges::find(events, Event{enters}) != events.end();
        const bool has_room =
            to && (to->places == 0 || there_after(events, state, to->id) < to->places);
        if (!is_over && !is_there && !has_room) continue;
        events.push_back(MeetingLeft{role, from});
        if (!is_there && has_room) events.push_back(enters);
    }
}

// Whom it brings along: who sits in the meetings that become part of it.
std::vector<RoleId> brought_along(const State& state, const Meeting& meeting) {
    std::vector<RoleId> roles;
    for (const MeetingId& id : meeting.joins) {
        const auto there = present_in(state, id);
        roles.insert(roles.end(), there.begin(), there.end());
    }
    return roles;
}

std::vector<RoleId> called(const Act& act, const Meeting& meeting,
                           const std::vector<RoleId>& named) {
    std::vector<RoleId> roles = brought_along(act.state, meeting);
    roles.insert(roles.end(), named.begin(), named.end());
    std::erase_if(roles, [&](const RoleId& role) { return names(meeting.members, role); });
    return in_scenario_order(act.scenario, roles);
}

}  // namespace

bool is_open(const State& state, const Meeting& meeting) {
    return has_been_there(state, meeting) && !state.closed.contains(meeting.id);
}

bool may_convene(const State& state, const RoleId& role, const Meeting& meeting) {
    if (is_open(state, meeting)) return false;
    return names(meeting.convened_by, role) ||
           (meeting.convened_by.empty() && meeting.chair == role);
}

bool sees(const State& state, const RoleId& role, const Meeting& meeting) {
    if (names(meeting.convened_by, role)) return true;
    return has_been_there(state, meeting) &&
           (belongs_to(state, role, meeting) || names(meeting.known_to, role));
}

bool may_enter(const State& state, const RoleId& role, const Meeting& meeting) {
    return is_open(state, meeting) && belongs_to(state, role, meeting);
}

const MeetingId& goes_on_in(const State& state, const MeetingId& meeting) {
    const auto closed = state.closed.find(meeting);
    if (closed == state.closed.end() || closed->second.into.empty()) return meeting;
    return goes_on_in(state, closed->second.into);
}

Outcome decide_on(const Act& act, const EnterMeeting& command) {
    const Meeting* meeting = known_meeting(act, command.meeting);
    if (!meeting) return Rejection::unknown;
    if (!belongs_to(act.state, act.actor.role, *meeting)) return Rejection::no_power;
    if (!is_open(act.state, *meeting)) return Rejection::meeting_closed;
    if (is_present(act.state, command.meeting, act.actor.role)) {
        return Rejection::already_in_meeting;
    }
    if (is_full(act.state, *meeting)) return Rejection::meeting_full;
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

// Back to an earlier phase is always free; ahead it goes one by one.
Outcome decide_on(const Act& act, const MovePhase& command) {
    const auto found = chaired(act, command.meeting);
    if (const auto* rejection = std::get_if<Rejection>(&found)) return *rejection;
    const MeetingPhase now = act.state.phases.at(command.meeting);
    if (command.phase == now) return Rejection::already_so;
    if (static_cast<int>(command.phase) > static_cast<int>(now) + 1) return Rejection::too_early;
    return std::vector<Event>{PhaseMoved{command.meeting, act.actor.role, command.phase}};
}

Outcome decide_on(const Act& act, const InviteToMeeting& command) {
    if (!find(act.scenario, command.role)) return Rejection::unknown;
    const auto found = chaired(act, command.meeting);
    if (const auto* rejection = std::get_if<Rejection>(&found)) return *rejection;
    const Meeting& meeting = *std::get<const Meeting*>(found);
    if (is_present(act.state, command.meeting, command.role)) return Rejection::already_so;
    if (is_invited(act.state, command.role, meeting)) return Rejection::already_so;
    return std::vector<Event>{
        RoleInvited{command.meeting, act.actor.role, command.role, command.reason}};
}

// What it takes along: all who sit in the meetings that become part of it, and of the meeting that
// it is a part of those who were called.
Outcome decide_on(const Act& act, const ConveneMeeting& command) {
    const Meeting* meeting = known_meeting(act, command.meeting);
    const bool roles_exist = std::ranges::all_of(
        command.roles, [&](const RoleId& role) { return find(act.scenario, role) != nullptr; });
    if (!meeting || !roles_exist) return Rejection::unknown;
    if (is_open(act.state, *meeting)) return Rejection::already_so;
    if (!may_convene(act.state, act.actor.role, *meeting)) return Rejection::no_power;
    if (is_blank(command.reason)) return Rejection::empty_text;
    if (!meeting->part_of.empty() && !is_present(act.state, meeting->part_of, act.actor.role))
        return Rejection::not_in_meeting;
    if (!all_hold({act.state, act.stamp.sim_ms}, meeting->when)) return Rejection::not_yet;
    std::vector<Event> events{MeetingConvened{
        meeting->id, act.actor.role, called(act, *meeting, command.roles), command.reason}};
    for (const MeetingId& id : meeting->joins) {
        if (!is_open(act.state, *find(act.scenario, id))) continue;
        move_all(events, act.state, present_in(act.state, id), id, meeting, true);
        events.push_back(MeetingClosed{id, act.actor.role, meeting->id});
    }
    if (!meeting->part_of.empty()) {
        std::vector<RoleId> going = present_in(act.state, meeting->part_of);
        std::erase_if(going, [&](const RoleId& role) { return !names(command.roles, role); });
        move_all(events, act.state, going, meeting->part_of, meeting, false);
    }
    return events;
}

// Of a part the summary is told to the whole: to those who sit there and those who come back.
Outcome decide_on(const Act& act, const CloseMeeting& command) {
    const auto found = chaired(act, command.meeting);
    if (const auto* rejection = std::get_if<Rejection>(&found)) return *rejection;
    const Meeting& meeting = *std::get<const Meeting*>(found);
    const Meeting* whole = find(act.scenario, meeting.part_of);
    if (whole && is_blank(command.summary)) return Rejection::empty_text;
    if (act.state.messages.size() >= limits::messages) return Rejection::too_much;
    const std::vector<RoleId> there = present_in(act.state, meeting.id);
    std::vector<Event> events;
    move_all(events, act.state, there, meeting.id,
             whole && is_open(act.state, *whole) ? whole : nullptr, true);
    events.push_back(MeetingClosed{meeting.id, act.actor.role, {}});
    std::vector<RoleId> hearers = whole ? present_in(act.state, whole->id) : there;
    if (whole) hearers.insert(hearers.end(), there.begin(), there.end());
    std::erase(hearers, act.actor.role);
    hearers = in_scenario_order(act.scenario, hearers);
    if (!is_blank(command.summary) && !hearers.empty())
        events.push_back(MessageSent{act.fresh, act.actor.role, std::move(hearers),
                                     whole ? whole->id : meeting.id, command.summary});
    return events;
}

Outcome decide_on(const Act& act, const ChooseFormat& command) {
    const auto found = chaired(act, command.meeting);
    if (const auto* rejection = std::get_if<Rejection>(&found)) return *rejection;
    FormatChosen chosen{command.meeting, act.actor.role, command.format, {}};
    const bool all_are_there = std::ranges::all_of(command.roles, [&](const RoleId& role) {
        return is_present(act.state, command.meeting, role);
    });
    if (!all_are_there) return Rejection::not_in_meeting;
    if (command.format == MeetingFormat::fishbowl && command.roles.empty())
        return Rejection::no_recipients;
    if (command.format == MeetingFormat::fishbowl)
        chosen.roles = in_scenario_order(act.scenario, command.roles);
    if (command.format == MeetingFormat::pairs)
        chosen.roles = command.roles.empty() ? present_in(act.state, command.meeting)
                                             : each_once(command.roles);
    const auto now = act.state.formats.find(command.meeting);
    const bool is_so = now == act.state.formats.end() ? command.format == MeetingFormat::plenary
                                                      : now->second.format == chosen.format &&
                                                            now->second.roles == chosen.roles;
    if (is_so) return Rejection::already_so;
    return std::vector<Event>{std::move(chosen)};
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

void apply_on(State& state, const Record&, const PhaseMoved& event) {
    state.phases[event.meeting] = event.phase;
}

void apply_on(State& state, const Record&, const RoleInvited& event) {
    state.invited[event.meeting].insert(event.role);
}

void apply_on(State& state, const Record& record, const MeetingConvened& event) {
    state.convened.insert_or_assign(event.meeting, Call{event, record.stamp.sim_ms});
    state.closed.erase(event.meeting);
    if (!event.roles.empty())
        state.invited[event.meeting].insert(event.roles.begin(), event.roles.end());
}

void apply_on(State& state, const Record&, const MeetingClosed& event) {
    state.closed.insert_or_assign(event.meeting, event);
    state.formats.erase(event.meeting);
}

void apply_on(State& state, const Record&, const FormatChosen& event) {
    if (event.format == MeetingFormat::plenary)
        state.formats.erase(event.meeting);
    else
        state.formats.insert_or_assign(event.meeting, event);
}

}  // namespace casustafel::core
