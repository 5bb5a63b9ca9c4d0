#include "server/core/rules/legal.hpp"

#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

bool is_same(const Weighing& one, const RecordWeighing& other) {
    return one.tried == other.tried && one.harm == other.harm && one.averts == other.averts &&
           one.minimum == other.minimum;
}

bool gives_authority(const Scenario& scenario, const RoleId& id) {
    const Role* role = find(scenario, id);
    return role != nullptr && role->gives_authority;
}

bool somebody_gives_authority(const Scenario& scenario) {
    return std::any_of(scenario.roles.begin(), scenario.roles.end(),
                       [](const Role& role) { return role.gives_authority; });
}

bool asks_the_same(const AuthorityAsked& one, const RoleId& by, const AskAuthority& other) {
    return one.by == by && one.item == other.item && one.to == other.to;
}

int current_round(const State& state) {
    return state.scenario->segments.at(static_cast<std::size_t>(state.clock.segment)).round;
}

template <class Asked>
std::string subject_of(const Asked& asked) {
    return asked.item.empty() ? asked.scope : asked.item.value;
}

bool asks_consent_of(const Condition& condition, const Item& item, const PersonId& person) {
    return condition.kind == ConditionKind::consent &&
           for_person(condition, item, [&](const PersonId& each) { return each == person; });
}

// What is asked consent for: the narrowest that a way of giving the item asks of this person, else
// this item.
std::string scope_of(const Scenario& scenario, const AskConsent& asked) {
    const Item* item = find(scenario, asked.item);
    if (item == nullptr) return asked.scope;
    std::optional<std::string> widest;
    for (const Grant& grant : item->grants)
        for (const Condition& condition : grant.when) {
            if (!asks_consent_of(condition, *item, asked.person)) continue;
            if (!condition.subject.empty()) return condition.subject;
            widest = condition.subject;
        }
    return widest.value_or(asked.item.value);
}

// What was asked about this is answered with it, whoever brings the answer.
void record_consent(LegalState& legal, const PersonId& person, const std::string& scope,
                    bool given) {
    legal.consents.insert_or_assign({person, scope}, given);
    legal.consents_asked.erase({person, scope});
}

}  // namespace

bool sees(const State& state, const RoleId& role, const AuthorityQuestion& question) {
    const Role* asked = find(*state.scenario, role);
    return question.event.by == role || (asked != nullptr && asked->gives_authority);
}

bool sees_consent(const State& state, const RoleId& role, const PersonId& person,
                  const std::string& subject) {
    if (state.edition >= Edition::second)
        return state.legal.consent_subjects.contains({role, {person, subject}});
    if (state.legal.consents.contains({person, subject})) return true;
    const auto asked = state.legal.consents_asked.find({person, subject});
    return asked != state.legal.consents_asked.end() && asked->second.by.contains(role);
}

bool sees(const State& state, const RoleId& id, const TriagePutUp& put_up) {
    const Role* role = find(*state.scenario, id);
    return put_up.by == id || (role != nullptr && role->accepts_triage);
}

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
    if (!sees(act.state, role, command.item)) return Rejection::unknown;
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

// One question about the same step is enough, unless the answer was no: things change.
Outcome decide_on(const Act& act, const AskAuthority& command) {
    const RoleId& role = act.actor.role;
    if (!sees(act.state, role, command.item) || !find(act.scenario, command.to)) {
        return Rejection::unknown;
    }
    if (command.to == role) return Rejection::to_yourself;
    if (is_blank(command.reason)) return Rejection::empty_text;
    if (gives_authority(act.scenario, role)) return Rejection::already_so;
    if (!somebody_gives_authority(act.scenario)) return Rejection::no_recipients;
    for (const auto& [id, question] : act.state.legal.authority) {
        if (asks_the_same(question.event, role, command) && question.agreed.value_or(true)) {
            return Rejection::already_so;
        }
    }
    if (act.state.legal.authority.size() >= limits::authority_questions) return Rejection::too_much;
    return std::vector<Event>{
        AuthorityAsked{act.fresh, role, command.item, command.to, command.reason}};
}

Outcome decide_on(const Act& act, const AnswerAuthority& command) {
    const auto found = act.state.legal.authority.find(command.question);
    if (found == act.state.legal.authority.end()) return Rejection::unknown;
    if (!sees(act.state, act.actor.role, found->second)) return Rejection::unknown;
    if (!gives_authority(act.scenario, act.actor.role)) return Rejection::no_power;
    if (found->second.agreed) return Rejection::already_answered;
    return std::vector<Event>{
        AuthorityAnswered{command.question, act.actor.role, command.agreed, command.text}};
}

Outcome decide_on(const Act& act, const AskConsent& command) {
    if (!find(act.scenario, command.person)) return Rejection::unknown;
    if (!command.item.empty() && !sees(act.state, act.actor.role, command.item))
        return Rejection::unknown;
    if (sees_consent(act.state, act.actor.role, command.person, subject_of(command)))
        return Rejection::already_so;
    const LegalState& legal = act.state.legal;
    const std::string scope = scope_of(act.scenario, command);
    const auto asked = [&](std::int64_t answer_at_sim_ms) {
        return std::vector<Event>{
            ConsentAsked{act.actor.role, command.person, scope, answer_at_sim_ms, command.item}};
    };
    const auto waiting = legal.consents_asked.find({command.person, scope});
    if (act.state.edition < Edition::second && waiting != legal.consents_asked.end())
        return asked(waiting->second.answer_at_sim_ms);
    if (legal.consent_subjects.size() >= limits::consent_questions ||
        legal.consents.size() + legal.consents_asked.size() >= limits::consent_questions)
        return Rejection::too_much;
    const ConsentScript* script = script_of(act.scenario, command.person, scope);
    // Never at this very moment: the clock brings nothing before what was decided last.
    const std::int64_t after_ms =
        script ? std::max<std::int64_t>(1, script->after_ms) : limits::consent_answer_ms;
    return asked(sim_after(act.scenario, act.stamp.sim_ms, after_ms));
}

Outcome decide_on(const Act& act, const InformPerson& command) {
    if (!find(act.scenario, command.person)) return Rejection::unknown;
    if (is_blank(command.text)) return Rejection::empty_text;
    const auto& informed = act.state.legal.informed;
    if (informed.contains({act.actor.role, command.person})) return Rejection::already_so;
    if (informed.size() >= limits::informings) return Rejection::too_much;
    return std::vector<Event>{PersonInformed{act.actor.role, command.person, command.text}};
}

Outcome decide_on(const Act& act, const AskPrivacyOfficer& command) {
    const RoleId& role = act.actor.role;
    if (!sees(act.state, role, command.item) || !find(act.scenario, command.to)) {
        return Rejection::unknown;
    }
    if (command.to == role) return Rejection::to_yourself;
    const int round = current_round(act.state);
    const auto& advice = act.state.legal.privacy_advice;
    const auto asks_the_same = [&](const PrivacyAdviceGiven& given) {
        return given.by == role && given.item == command.item && given.to == command.to &&
               given.purpose == command.purpose;
    };
    if (std::any_of(advice.begin(), advice.end(), asks_the_same)) return Rejection::already_so;
    if (privacy_questions_left(act.state) == 0) return Rejection::privacy_officer_busy;
    return std::vector<Event>{
        PrivacyAdviceGiven{role, command.item, command.to, command.purpose, round}};
}

bool consent_answer(const State& state, const PersonId& person, const std::string& scope) {
    const auto& consents = state.legal.consents;
    const auto answered = consents.find({person, scope});
    if (answered != consents.end()) return answered->second;
    if (const ConsentScript* script = script_of(*state.scenario, person, scope))
        return script->given;
    // Who consented to everything does not take it back because somebody asks about a part.
    const auto general = consents.find({person, std::string{}});
    return general != consents.end() && general->second;
}

std::vector<ConsentDue> consents_due(const State& state) {
    std::vector<ConsentDue> due;
    const auto add = [&](std::int64_t at_sim_ms, const PersonId& person, const std::string& scope,
                         const RoleId& to) {
        due.push_back({at_sim_ms, {person, scope, consent_answer(state, person, scope), to}});
    };
    if (state.edition < Edition::second)
        for (const auto& [key, question] : state.legal.consents_asked)
            add(question.answer_at_sim_ms, key.first, key.second, {});
    for (const auto& [key, subject] : state.legal.consent_subjects)
        if (!subject.heard)
            add(subject.answer_at_sim_ms, key.second.first, subject.scope, key.first);
    return due;
}

std::size_t privacy_questions_left(const State& state) {
    const int round = current_round(state);
    const auto& advice = state.legal.privacy_advice;
    const auto asked =
        std::count_if(advice.begin(), advice.end(),
                      [&](const PrivacyAdviceGiven& given) { return given.round == round; });
    return limits::privacy_questions_per_round -
           std::min(limits::privacy_questions_per_round, static_cast<std::size_t>(asked));
}

void apply_on(State& state, const Record&, const TriagePutUp& event) {
    state.legal.triage = TriageStatus::put_up;
    if (state.edition >= Edition::second) state.legal.put_up = event;
}

void apply_on(State& state, const Record&, const TriageAccepted&) {
    state.legal.triage = TriageStatus::accepted;
}

void apply_on(State& state, const Record&, const WeighingRecorded& event) {
    state.legal.weighings.insert_or_assign(
        {event.by, event.item}, Weighing{event.tried, event.harm, event.averts, event.minimum});
}

void apply_on(State& state, const Record& record, const AuthorityAsked& event) {
    state.legal.authority.insert_or_assign(
        event.question, AuthorityQuestion{event, record.stamp.sim_ms, std::nullopt, {}, {}});
}

void apply_on(State& state, const Record&, const AuthorityAnswered& event) {
    const auto found = state.legal.authority.find(event.question);
    if (found == state.legal.authority.end()) return;
    found->second.agreed = event.agreed;
    found->second.answered_by = event.by;
    found->second.text = event.text;
}

void apply_on(State& state, const Record&, const ConsentAsked& event) {
    if (state.edition >= Edition::second)
        state.legal.consent_subjects[{event.by, {event.person, subject_of(event)}}] = {
            event.scope, event.answer_at_sim_ms, std::nullopt};
    if (state.legal.consents.contains({event.person, event.scope})) return;
    ConsentQuestion& question = state.legal.consents_asked[{event.person, event.scope}];
    question.answer_at_sim_ms = event.answer_at_sim_ms;
    question.by.insert(event.by);
}

void apply_on(State& state, const Record&, const ConsentRecorded& event) {
    record_consent(state.legal, event.person, event.scope, event.given);
    for (auto& [question, subject] : state.legal.consent_subjects)
        if (question.first == event.to && question.second.first == event.person &&
            subject.scope == event.scope)
            subject.heard = event.given;
}

void apply_on(State& state, const Record&, const PersonInformed& event) {
    state.legal.informed.insert_or_assign({event.by, event.person}, event.text);
}

void apply_on(State& state, const Record&, const PrivacyAdviceGiven& event) {
    state.legal.privacy_advice.push_back(event);
}

void apply_on(State& state, const Record&, const FactsChanged& event) {
    LegalState& legal = state.legal;
    const FactChange& change = event.change;
    if (change.covenant) legal.covenant = *change.covenant;
    for (const PersonId& person : change.becomes_acute) legal.acute.insert(person);
    for (const PersonId& person : change.no_longer_acute) legal.acute.erase(person);
    for (const Measure& measure : change.measures_start) legal.measures.insert(measure);
    for (const Measure& measure : change.measures_end) legal.measures.erase(measure);
    for (const ConsentAnswer& answer : change.consents) {
        record_consent(legal, answer.person, answer.scope, answer.given);
        for (auto& [question, subject] : legal.consent_subjects)
            if (question.second.first == answer.person && subject.scope == answer.scope)
                subject.heard = answer.given;
    }
}

}  // namespace casustafel::core
