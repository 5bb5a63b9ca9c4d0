#include <algorithm>

#include "server/view/subject.hpp"

namespace casustafel::view {
namespace {

using Subjects = std::vector<Subject>;
using Kind = SubjectKind;

template <class Things>
void add_each(const Things& things, Kind kind, Subjects& to) {
    for (const auto& thing : things) to.push_back({kind, thing.id.value, {}, 0});
}

template <class Made>
void add_made(const Made& made, Kind kind, Subjects& to) {
    for (const auto& [id, thing] : made) to.push_back(subject(id, kind));
}

// Who asks for the same advice twice still has one entity for it.
void add_once(Subject subject, Subjects& to) {
    if (std::find(to.begin(), to.end(), subject) == to.end()) to.push_back(std::move(subject));
}

template <class Answers>
void add_consents(const Answers& answers, Subjects& to) {
    for (const auto& [asked, answer] : answers)
        to.push_back(subject(Kind::consent, asked.second, asked.first.value));
}

void add_lobby(const core::State& state, Subjects& to) {
    to.push_back(subject(Kind::session));
    to.push_back(subject(Kind::swap));
    to.push_back(subject(Kind::ending));
    add_made(state.help_calls, Kind::help, to);
    add_each(state.scenario->tables, Kind::table, to);
    add_each(state.scenario->roles, Kind::role, to);
    for (const auto& [id, participant] : state.participants) to.push_back(subject(id));
}

void add_case(const core::State& state, Subjects& to) {
    add_each(state.scenario->roles, Kind::role_card, to);
    add_each(state.scenario->people, Kind::person, to);
    add_each(state.scenario->rules.bases, Kind::basis, to);
    to.push_back(subject(Kind::triage));
    to.push_back(subject(Kind::plan));
    to.push_back(subject(Kind::privacy_officer));
    add_each(state.scenario->meetings, Kind::meeting, to);
    add_each(state.scenario->decisions, Kind::decision, to);
    add_each(state.scenario->powers, Kind::power, to);
    add_each(state.scenario->interventions, Kind::intervention, to);
    add_each(state.scenario->probes, Kind::probe, to);
    for (const core::ConsentScript& each : state.scenario->consents)
        to.push_back(subject(Kind::consent_scope, each.scope, each.person.value));
    for (const auto& [id, inject] : state.injects) to.push_back(subject(Kind::notice, id.value));
}

void add_made_things(const core::State& state, Subjects& to) {
    add_made(state.shares, Kind::share, to);
    add_made(state.requests, Kind::request, to);
    add_made(state.messages, Kind::message, to);
    add_made(state.proposals, Kind::proposal, to);
    add_made(state.plan, Kind::action, to);
    add_made(state.spoken, Kind::spoken, to);
    add_made(state.heard, Kind::heard, to);
    add_made(state.gut_feelings, Kind::gut_feeling, to);
    add_made(state.whispers, Kind::whisper, to);
    add_made(state.legal.authority, Kind::authority, to);
    add_consents(state.legal.consents_asked, to);
    add_consents(state.legal.consents, to);
    for (const auto& [role, note] : state.swap.notes)
        to.push_back(subject(Kind::handover, role.value));
}

void add_own(const core::State& state, const core::RoleId& role, Subjects& to) {
    add_each(state.scenario->items, Kind::item, to);
    for (const auto& [whose, weighing] : state.legal.weighings)
        if (whose.first == role) to.push_back(subject(Kind::own_weighing, whose.second.value));
    for (const auto& [whose, said] : state.legal.informed)
        if (whose.first == role) to.push_back(subject(Kind::own_informed, whose.second.value));
    for (const core::PrivacyAdviceGiven& each : state.legal.privacy_advice)
        if (each.by == role) add_once(own_advice(each), to);
}

void add_overview(const core::State& state, Subjects& to) {
    add_made(state.moments, Kind::moment, to);
    for (const auto& [target, correction] : state.corrections) to.push_back(subject(target));
    for (const auto& [id, inject] : state.injects) to.push_back(subject(Kind::inject, id.value));
    for (const auto& [whose, holding] : state.holdings)
        to.push_back(subject(Kind::holding, whose.second.value, whose.first.value));
    for (const auto& [whose, weighing] : state.legal.weighings)
        to.push_back(subject(Kind::weighing, whose.second.value, whose.first.value));
    for (const auto& [whose, said] : state.legal.informed)
        to.push_back(subject(Kind::informed, whose.second.value, whose.first.value));
    for (const core::PrivacyAdviceGiven& each : state.legal.privacy_advice)
        add_once(advice(each), to);
    for (const auto& [gauge, value] : state.tracks)
        to.push_back(
            subject(Kind::track, std::string(core::name(gauge.second)), gauge.first.value));
}

}  // namespace

Subjects subjects(const core::State& state, const Viewer& viewer) {
    Subjects found;
    add_lobby(state, found);
    if (viewer.kind == ViewerKind::seat) return found;
    add_case(state, found);
    add_made_things(state, found);
    if (viewer.kind == ViewerKind::role) add_own(state, viewer.role, found);
    if (viewer.kind == ViewerKind::trainer) add_overview(state, found);
    return found;
}

}  // namespace casustafel::view
