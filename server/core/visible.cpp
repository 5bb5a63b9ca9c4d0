#include "server/core/visible.hpp"

#include "server/core/lawful.hpp"

namespace casustafel::core {
namespace {

bool plays(const State& state, ParticipantId participant, const RoleId& role) {
    const auto seat = state.seats.find(role);
    return participant != ParticipantId::nobody && seat != state.seats.end() &&
           seat->second.occupant == participant;
}

}  // namespace

bool sees_item(const State& state, const RoleId& role, const ItemId& item) {
    const Holding* held = holding(state, role, item);
    return held != nullptr && held->form > Form::silent;
}

bool sees_share(const State&, const RoleId& role, const Share& share) {
    return share.event.giver == role || names(share.event.to, role);
}

bool sees_request(const State&, const RoleId& role, const Request& request) {
    return request.event.asker == role || names(request.event.to, role);
}

bool sees_answer(const State&, const RoleId& role, const Request& request, const Answer& answer) {
    return request.event.asker == role || answer.by == role;
}

bool sees_message(const State&, const RoleId& role, const Message& message) {
    return message.event.sender == role || names(message.event.to, role);
}

bool sees_meeting(const State& state, const RoleId& role, const Meeting& meeting) {
    return may_enter(state, role, meeting) || names(meeting.known_to, role);
}

bool may_enter(const State& state, const RoleId& role, const Meeting& meeting) {
    if (names(meeting.members, role)) return true;
    const auto invited = state.invited.find(meeting.id);
    return invited != state.invited.end() && invited->second.contains(role);
}

bool is_present(const State& state, const MeetingId& meeting, const RoleId& role) {
    const auto found = state.present.find(meeting);
    return found != state.present.end() && found->second.contains(role);
}

bool takes_decision(const RoleId& role, const Decision& decision) {
    return names(decision.deciders, role);
}

bool sees_decision(const State& state, const RoleId& id, const Decision& decision) {
    const Role* role = find(*state.scenario, id);
    return takes_decision(id, decision) || (role != nullptr && role->table == decision.table);
}

bool sees_intervention(const State& state, const RoleId& role, const Intervention& intervention) {
    const Power* power = find(*state.scenario, intervention.power);
    return power != nullptr && names(power->holders, role);
}

bool sees_plan(const State& state, const RoleId& id) {
    const auto& plan = state.scenario->plan;
    if (!plan) return false;
    const Role* role = find(*state.scenario, id);
    return names(plan->guests, id) || (role != nullptr && role->table == plan->table);
}

bool sees_action(const State& state, const RoleId& role, const PlanAction& action) {
    return sees_plan(state, role) || role == action.terms.lead ||
           role == action.terms.power_holder || names(action.terms.informed, role);
}

bool sees_inject(const State& state, const RoleId& role, const InjectId& id) {
    const auto found = state.injects.find(id);
    if (found == state.injects.end()) return false;
    const InjectState& now = found->second;
    if (now.status != InjectStatus::effective) return false;
    if (now.improvised) return names_or_any(now.to, role);
    const Inject* inject = find(*state.scenario, id);
    return inject != nullptr && names_or_any(inject->to, role);
}

// Who heard it and who said it, until that one has answered.
bool sees_heard(const State&, const RoleId& role, const HeardAloud& heard) {
    return !heard.answered && (heard.event.by == role || heard.event.giver == role);
}

bool sees_spoken(const State&, const RoleId& role, const SpokenShare& spoken) {
    const bool open = spoken.answers.size() < spoken.event.to.size();
    return open && (spoken.event.giver == role || names(spoken.event.to, role));
}

bool sees_gut_feeling(const State& state, const RoleId& role, const GutFeeling& feeling) {
    const ParticipantId whose = feeling.event.participant;
    // A trainer's goes with the trainer, not to whoever sits there next.
    if (whose == ParticipantId::nobody)
        return feeling.event.role == role && state.seats.at(role).stand_in;
    return plays(state, whose, role);
}

bool sees_authority(const State& state, const RoleId& role, const AuthorityQuestion& question) {
    const Role* asked = find(*state.scenario, role);
    return question.event.by == role || (asked != nullptr && asked->gives_authority);
}

bool sees_consent(const State& state, const RoleId& role, const PersonId& person,
                  const std::string& scope) {
    if (state.legal.consents.contains({person, scope})) return true;
    const auto asked = state.legal.consents_asked.find({person, scope});
    return asked != state.legal.consents_asked.end() && asked->second.by.contains(role);
}

bool sees_proposal(const State& state, const RoleId& role, const Proposal& proposal) {
    const Decision* decision = find(*state.scenario, proposal.event.decision);
    return decision != nullptr && sees_decision(state, role, *decision);
}

bool sees_whisper(const State&, const RoleId& role, const WhisperSent& whisper) {
    return whisper.event.to == role;
}

bool sees_help_call(const State& state, const RoleId& role, const HelpCall& call) {
    return plays(state, call.event.participant, role);
}

}  // namespace casustafel::core
