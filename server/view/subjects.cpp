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

void add_lobby(const core::State& state, Subjects& to) {
    to.push_back({Kind::session, {}, {}, 0});
    add_each(state.scenario->tables, Kind::table, to);
    add_each(state.scenario->roles, Kind::role, to);
    for (const auto& [id, participant] : state.participants) to.push_back(subject(id));
}

void add_case(const core::State& state, Subjects& to) {
    add_each(state.scenario->roles, Kind::role_card, to);
    add_each(state.scenario->people, Kind::person, to);
    add_each(state.scenario->rules.bases, Kind::basis, to);
    to.push_back({Kind::triage, {}, {}, 0});
    add_each(state.scenario->meetings, Kind::meeting, to);
    for (const auto& [id, inject] : state.injects) to.push_back({Kind::notice, id.value, {}, 0});
}

void add_made_things(const core::State& state, Subjects& to) {
    add_made(state.shares, Kind::share, to);
    add_made(state.requests, Kind::request, to);
    add_made(state.messages, Kind::message, to);
}

void add_own(const core::State& state, const core::RoleId& role, Subjects& to) {
    add_each(state.scenario->items, Kind::item, to);
    for (const auto& [whose, weighing] : state.legal.weighings)
        if (whose.first == role) to.push_back({Kind::own_weighing, whose.second.value, {}, 0});
}

void add_overview(const core::State& state, Subjects& to) {
    for (const auto& [id, inject] : state.injects) to.push_back({Kind::inject, id.value, {}, 0});
    for (const auto& [whose, holding] : state.holdings)
        to.push_back({Kind::holding, whose.second.value, whose.first.value, 0});
    for (const auto& [whose, weighing] : state.legal.weighings)
        to.push_back({Kind::weighing, whose.second.value, whose.first.value, 0});
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
