#include <algorithm>

#include "server/view/seen.hpp"

namespace casustafel::view {
namespace {

using Kind = SubjectKind;

bool took_effect(const core::State& state, const core::InjectId& id) {
    const auto found = state.injects.find(id);
    return found != state.injects.end() && found->second.status == core::InjectStatus::effective;
}

bool is_open(const core::SpokenShare* spoken) {
    return spoken && spoken->answers.size() < spoken->event.to.size();
}

bool asked_or_answered(const core::State& state, const Subject& subject) {
    const std::pair what{core::PersonId{subject.of}, subject.id};
    return state.legal.consents.contains(what) || state.legal.consents_asked.contains(what);
}

bool was_advised(const core::State& state, const Subject& subject) {
    const auto& given = state.legal.privacy_advice;
    return std::any_of(given.begin(), given.end(),
                       [&](const auto& each) { return advice(each) == subject; });
}

bool is_gauge(const core::State& state, const Subject& subject) {
    const auto track = core::named<core::Track>(subject.id);
    return track && state.tracks.contains({core::PersonId{subject.of}, *track});
}

// What was written in the scenario or happened once, by its id.
Seen seen_in_case(const core::State& state, const Subject& subject) {
    const core::Scenario& scenario = *state.scenario;
    switch (subject.kind) {
        case Kind::role_card: return when(find(scenario, core::RoleId{subject.id}));
        case Kind::meeting:
            return when(find(scenario, core::MeetingId{subject.id}), FacetKind::trainer);
        case Kind::notice: return when(took_effect(state, core::InjectId{subject.id}));
        case Kind::inject:
            return when(state.injects.contains(core::InjectId{subject.id}), FacetKind::trainer);
        case Kind::decision:
            return when(find(scenario, core::DecisionId{subject.id}), FacetKind::trainer);
        case Kind::intervention: return when(find(scenario, core::InterventionId{subject.id}));
        case Kind::probe:
            return when(find(scenario, core::ProbeId{subject.id}), FacetKind::trainer);
        case Kind::plan: return when(scenario.plan.has_value());
        case Kind::consent: return when(asked_or_answered(state, subject));
        case Kind::track: return when(is_gauge(state, subject), FacetKind::trainer);
        default: return when(is_in_case(scenario, subject));
    }
}

const core::Correction* correction_of(const core::State& state, const Subject& subject) {
    for (const auto& [target, correction] : state.corrections)
        if (view::subject(target) == subject) return &correction;
    return nullptr;
}

// What was made in play.
Seen seen_made(const core::State& state, const Subject& subject) {
    switch (subject.kind) {
        case Kind::share: return when(made(state.shares, subject), FacetKind::trainer);
        case Kind::request: return when(made(state.requests, subject), FacetKind::trainer);
        case Kind::message: return when(made(state.messages, subject));
        case Kind::proposal: return when(made(state.proposals, subject), FacetKind::trainer);
        case Kind::action: {
            const auto* action = made(state.plan, subject);
            return when(action && !action->withdrawn, FacetKind::trainer);
        }
        case Kind::spoken: return when(is_open(made(state.spoken, subject)));
        case Kind::heard: {
            const auto* heard = made(state.heard, subject);
            return when(heard && !heard->answered);
        }
        case Kind::correction: return when(correction_of(state, subject), FacetKind::trainer);
        case Kind::gut_feeling: return when(made(state.gut_feelings, subject));
        case Kind::authority: return when(made(state.legal.authority, subject));
        case Kind::whisper: return when(made(state.whispers, subject));
        case Kind::help: return when(made(state.help_calls, subject));
        case Kind::moment: return when(made(state.moments, subject), FacetKind::trainer);
        default: return nothing;
    }
}

// What one role has or did.
Seen seen_of_role(const core::State& state, const Subject& subject) {
    const core::RoleId role{subject.of};
    const std::pair whose{role, core::ItemId{subject.id}};
    switch (subject.kind) {
        case Kind::holding: return when(state.holdings.contains(whose), FacetKind::trainer);
        case Kind::weighing: return when(state.legal.weighings.contains(whose), FacetKind::trainer);
        case Kind::informed:
            return when(state.legal.informed.contains({role, core::PersonId{subject.id}}),
                        FacetKind::trainer);
        case Kind::advice: return when(was_advised(state, subject), FacetKind::trainer);
        case Kind::handover: return when(state.swap.notes.contains(core::RoleId{subject.id}));
        default: return nothing;
    }
}

}  // namespace

bool is_in_case(const core::Scenario& scenario, const Subject& subject) {
    switch (subject.kind) {
        case Kind::person: return find(scenario, core::PersonId{subject.id});
        case Kind::basis: return find(scenario, core::BasisId{subject.id});
        case Kind::power: return find(scenario, core::PowerId{subject.id});
        case Kind::consent_scope:
            return std::any_of(scenario.consents.begin(), scenario.consents.end(),
                               [&](const core::ConsentScript& each) {
                                   return each.person.value == subject.of &&
                                          each.scope == subject.id;
                               });
        case Kind::triage: return true;
        default: return false;
    }
}

Seen seen_by_trainer(const core::State& state, const Subject& subject) {
    if (const Seen seen = seen_in_case(state, subject)) return seen;
    if (const Seen seen = seen_made(state, subject)) return seen;
    return seen_of_role(state, subject);
}

}  // namespace casustafel::view
