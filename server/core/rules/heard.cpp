// What a receiver heard said aloud. It knows who spoke and about whom, not which item it was: the
// giver says that, by registering it, or says that it was not said. Nothing is disclosed until
// then.
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

bool sees(const State&, const RoleId& role, const HeardAloud& heard) {
    return !heard.answered && (heard.event.by == role || heard.event.giver == role);
}

Outcome decide_on(const Act& act, const NoteHeard& command) {
    const Role* giver = find(act.scenario, command.giver);
    if (!giver || !find(act.scenario, command.person)) return Rejection::unknown;
    if (command.giver == act.actor.role) return Rejection::to_yourself;
    if (giver->autopilot == AutopilotUse::always) return Rejection::role_is_autopilots;
    if (act.state.heard.size() >= limits::heard_notes) return Rejection::too_much;
    return std::vector<Event>{HeardNoted{act.fresh, act.actor.role, command.giver, command.person,
                                         command.category, command.text}};
}

Outcome decide_on(const Act& act, const DenyHeard& command) {
    const auto found = act.state.heard.find(command.heard);
    if (found == act.state.heard.end() || found->second.event.giver != act.actor.role)
        return Rejection::unknown;
    if (found->second.answered) return Rejection::already_answered;
    return std::vector<Event>{HeardAnswered{command.heard, EntityId::none}};
}

void apply_on(State& state, const Record& record, const HeardNoted& event) {
    state.heard.insert_or_assign(event.heard, HeardAloud{event, record.stamp.sim_ms, false});
}

void apply_on(State& state, const Record&, const HeardAnswered& event) {
    const auto found = state.heard.find(event.heard);
    if (found != state.heard.end()) found->second.answered = true;
}

}  // namespace casustafel::core
