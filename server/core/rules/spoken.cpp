// What was said aloud, and gut feelings. Writing down that something was said discloses nothing:
// it is judged and delivered when a receiver confirms that it was heard, as the law stands then.
#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/law/sharing.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

// Who spoke: the role that writes it down, or the one a trainer names.
const RoleId& speaker(const Act& act, const RegisterSpokenShare& command) {
    return command.giver.empty() ? act.actor.role : command.giver;
}

bool knows_all_named(const Act& as_giver, const RegisterSpokenShare& command) {
    return sees(as_giver.state, as_giver.actor.role, command.item) &&
           knows(as_giver, Address{command.to, command.meeting}) &&
           find(as_giver.scenario, command.basis) != nullptr;
}

ItemShared heard(const Act& act, const RoleId& by, const SpokenShareRegistered& spoken) {
    return judged(act.state, {.share = act.fresh,
                              .item = spoken.item,
                              .terms = {spoken.giver, spoken.purpose, spoken.basis, spoken.form},
                              .to = {by},
                              .meeting = spoken.meeting,
                              .text = {},
                              .aloud = true});
}

// What a receiver noted before: that one need not confirm it again.
Outcome registered_as_heard(const Act& as_giver, EntityId noted, SpokenShareRegistered spoken) {
    const auto& state = as_giver.state;
    const auto found = state.heard.find(noted);
    if (found == state.heard.end() || found->second.event.giver != as_giver.actor.role)
        return Rejection::unknown;
    const RoleId by = found->second.event.by;
    if (found->second.answered) return Rejection::already_answered;
    if (!names(spoken.to, by)) return Rejection::does_not_match;
    if (state.shares.size() >= limits::shares) return Rejection::too_much;
    std::vector<Event> events{HeardAnswered{noted, spoken.spoken}, spoken,
                              SpokenShareAnswered{spoken.spoken, by, true}};
    events.push_back(heard(as_giver, by, spoken));
    return events;
}

Outcome registered(const Act& as_giver, const RegisterSpokenShare& command) {
    const RoleId& giver = as_giver.actor.role;
    if (!knows_all_named(as_giver, command)) return Rejection::unknown;
    if (command.form == Form::silent ||
        command.form > form_held(as_giver.state, giver, command.item)) {
        return Rejection::form_not_held;
    }
    auto reached = audience(as_giver, Address{command.to, command.meeting});
    if (const auto* rejection = std::get_if<Rejection>(&reached)) return *rejection;
    if (as_giver.state.spoken.size() >= limits::spoken_shares) return Rejection::too_much;
    SpokenShareRegistered spoken{.spoken = as_giver.fresh,
                                 .item = command.item,
                                 .giver = giver,
                                 .to = std::move(std::get<std::vector<RoleId>>(reached)),
                                 .meeting = command.meeting,
                                 .purpose = command.purpose,
                                 .basis = command.basis,
                                 .form = command.form};
    if (command.heard == EntityId::none) return std::vector<Event>{std::move(spoken)};
    return registered_as_heard(as_giver, command.heard, std::move(spoken));
}

}  // namespace

bool sees(const State&, const RoleId& role, const SpokenShare& spoken) {
    const bool open = spoken.answers.size() < spoken.event.to.size();
    return open && (spoken.event.giver == role || names(spoken.event.to, role));
}

bool sees(const State& state, const RoleId& role, const GutFeeling& feeling) {
    const ParticipantId whose = feeling.event.participant;
    // A trainer's goes with the trainer, not to whoever sits there next.
    if (whose == ParticipantId::nobody)
        return feeling.event.role == role && state.seats.at(role).stand_in;
    return plays(state, whose, role);
}

Outcome decide_on(const Act& act, const RegisterSpokenShare& command) {
    const Actor giver{act.actor.kind, act.actor.participant, speaker(act, command)};
    if (!find(act.scenario, giver.role)) return Rejection::unknown;
    if (!act.actor.role.empty() && giver.role != act.actor.role) return Rejection::not_your_role;
    return registered(Act{act.state, act.scenario, giver, act.stamp, act.fresh}, command);
}

Outcome decide_on(const Act& act, const ConfirmSpokenShare& command) {
    const auto found = act.state.spoken.find(command.spoken);
    if (found == act.state.spoken.end()) return Rejection::unknown;
    const SpokenShare& spoken = found->second;
    if (!sees(act.state, act.actor.role, spoken)) return Rejection::unknown;
    if (spoken.event.giver == act.actor.role) return Rejection::not_heard_by_you;
    if (spoken.answers.contains(act.actor.role)) return Rejection::already_answered;
    if (command.heard && act.state.shares.size() >= limits::shares) return Rejection::too_much;
    std::vector<Event> events{SpokenShareAnswered{command.spoken, act.actor.role, command.heard}};
    if (command.heard) events.push_back(heard(act, act.actor.role, spoken.event));
    return events;
}

Outcome decide_on(const Act& act, const NoteGutFeeling& command) {
    const RoleId& role = act.actor.role;
    if (!command.item.empty() && !sees(act.state, role, command.item)) {
        return Rejection::unknown;
    }
    if (is_blank(command.text)) return Rejection::empty_text;
    if (act.state.gut_feelings.size() >= limits::gut_feelings) return Rejection::too_much;
    return std::vector<Event>{
        GutFeelingNoted{act.fresh, role, act.actor.participant, command.item, command.text}};
}

void apply_on(State& state, const Record& record, const SpokenShareRegistered& event) {
    state.spoken.insert_or_assign(event.spoken, SpokenShare{event, record.stamp.sim_ms, {}});
}

void apply_on(State& state, const Record&, const SpokenShareAnswered& event) {
    const auto found = state.spoken.find(event.spoken);
    if (found != state.spoken.end()) found->second.answers.insert_or_assign(event.by, event.heard);
}

void apply_on(State& state, const Record& record, const GutFeelingNoted& event) {
    state.gut_feelings.insert_or_assign(event.note, GutFeeling{event, record.stamp.sim_ms});
}

}  // namespace casustafel::core
