#include "server/core/audience.hpp"
#include "server/core/rules.hpp"
#include "server/core/visible.hpp"

namespace casustafel::core {
namespace {

bool is_same(const Weighing& one, const RecordWeighing& other) {
    return one.tried == other.tried && one.harm == other.harm && one.averts == other.averts &&
           one.minimum == other.minimum;
}

}  // namespace

Outcome decide_on(const Act& act, const PutUpForTriage& command) {
    if (is_blank(command.reason)) return Rejection::empty_text;
    if (act.state.legal.triage != TriageStatus::none) return Rejection::already_so;
    return std::vector<Event>{TriagePutUp{act.actor.role, command.reason}};
}

Outcome decide_on(const Act& act, const AcceptTriage&) {
    const Role* role = find(act.scenario, act.actor.role);
    if (role == nullptr || !role->accepts_triage) return Rejection::no_power;
    if (act.state.legal.triage == TriageStatus::none) return Rejection::not_put_up;
    if (act.state.legal.triage == TriageStatus::accepted) return Rejection::already_so;
    return std::vector<Event>{TriageAccepted{act.actor.role}};
}

// A second weighing of the same item replaces the first: people correct themselves.
Outcome decide_on(const Act& act, const RecordWeighing& command) {
    const RoleId& role = act.actor.role;
    if (!sees_item(act.state, role, command.item)) return Rejection::unknown;
    if (is_blank(command.tried) || is_blank(command.harm) || is_blank(command.averts) ||
        is_blank(command.minimum)) {
        return Rejection::empty_text;
    }
    const auto before = act.state.legal.weighings.find({role, command.item});
    if (before != act.state.legal.weighings.end() && is_same(before->second, command)) {
        return Rejection::already_so;
    }
    return std::vector<Event>{WeighingRecorded{role, command.item, command.tried, command.harm,
                                               command.averts, command.minimum}};
}

void apply_on(State& state, const Record&, const TriagePutUp&) {
    state.legal.triage = TriageStatus::put_up;
}

void apply_on(State& state, const Record&, const TriageAccepted&) {
    state.legal.triage = TriageStatus::accepted;
}

void apply_on(State& state, const Record&, const WeighingRecorded& event) {
    state.legal.weighings.insert_or_assign(
        {event.by, event.item}, Weighing{event.tried, event.harm, event.averts, event.minimum});
}

Outcome decide_on(const Act&, const AskAuthority&) { return Rejection::unknown; }     // branch only
Outcome decide_on(const Act&, const AnswerAuthority&) { return Rejection::unknown; }  // branch only
Outcome decide_on(const Act&, const AskConsent&) { return Rejection::unknown; }       // branch only
Outcome decide_on(const Act&, const InformPerson&) { return Rejection::unknown; }     // branch only
Outcome decide_on(const Act&, const AskPrivacyOfficer&) {
    return Rejection::unknown;
}  // branch only
void apply_on(State&, const Record&, const AuthorityAsked&) {}      // branch only
void apply_on(State&, const Record&, const AuthorityAnswered&) {}   // branch only
void apply_on(State&, const Record&, const ConsentAsked&) {}        // branch only
void apply_on(State&, const Record&, const ConsentRecorded&) {}     // branch only
void apply_on(State&, const Record&, const PersonInformed&) {}      // branch only
void apply_on(State&, const Record&, const PrivacyAdviceGiven&) {}  // branch only

void apply_on(State& state, const Record&, const FactsChanged& event) {
    const FactChange& change = event.change;
    LegalState& legal = state.legal;
    if (change.covenant) legal.covenant = *change.covenant;
    for (const auto& person : change.becomes_acute) legal.acute.insert(person);
    for (const auto& person : change.no_longer_acute) legal.acute.erase(person);
    for (const auto& measure : change.measures_start) legal.measures.insert(measure);
    for (const auto& measure : change.measures_end) legal.measures.erase(measure);
    for (const auto& [person, scope, given] : change.consents)
        legal.consents.insert_or_assign({person, scope}, given);
}

}  // namespace casustafel::core
