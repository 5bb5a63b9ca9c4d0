#include "server/view/facet.hpp"

#include "server/core/visible.hpp"

namespace casustafel::view {
namespace {

using Kind = SubjectKind;
using Seen = std::optional<Facet>;

constexpr std::nullopt_t nothing = std::nullopt;
const Facet open{FacetKind::open, {}};

Seen when(bool visible, FacetKind kind = FacetKind::open) {
    return visible ? Seen{Facet{kind, {}}} : nothing;
}

bool started(const core::State& state) { return state.phase != core::SessionPhase::lobby; }

template <class Things>
const typename Things::mapped_type* made(const Things& things, const Subject& subject) {
    const auto found = things.find(entity_id(subject));
    return found == things.end() ? nullptr : &found->second;
}

// Seen by everybody in the session, whatever they are.
Seen seen_by_all(const core::State& state, const Subject& subject) {
    const core::Scenario& scenario = *state.scenario;
    switch (subject.kind) {
        case Kind::session: return open;
        case Kind::table: return when(find(scenario, core::TableId{subject.id}));
        case Kind::role: return when(find(scenario, core::RoleId{subject.id}));
        case Kind::participant: {
            const auto found = state.participants.find(core::ParticipantId(subject.number));
            return when(found != state.participants.end() && found->second.present);
        }
        default: return nothing;
    }
}

// The case as every role and every trainer knows it.
bool is_in_case(const core::Scenario& scenario, const Subject& subject) {
    switch (subject.kind) {
        case Kind::person: return find(scenario, core::PersonId{subject.id});
        case Kind::basis: return find(scenario, core::BasisId{subject.id});
        case Kind::triage: return true;
        default: return false;
    }
}

Seen share_seen_by(const core::State& state, const core::RoleId& role, const core::Share& share) {
    if (!core::sees_share(state, role, share)) return nothing;
    const auto request = state.requests.find(share.event.request);
    const bool party =
        request != state.requests.end() && core::sees_request(state, role, request->second);
    return Facet{party ? FacetKind::party : FacetKind::open, {}};
}

Seen own(bool visible, const core::RoleId& role) {
    return visible ? Seen{Facet{FacetKind::own, role}} : nothing;
}

Seen seen_by_role(const core::State& state, const core::RoleId& role, const Subject& subject) {
    if (subject.kind == Kind::role_card)
        return when(subject.id == role.value && find(*state.scenario, role));
    if (!started(state)) return nothing;
    if (is_in_case(*state.scenario, subject)) return open;
    switch (subject.kind) {
        case Kind::item: return own(core::sees_item(state, role, core::ItemId{subject.id}), role);
        case Kind::share: {
            const auto* share = made(state.shares, subject);
            return share ? share_seen_by(state, role, *share) : nothing;
        }
        case Kind::request: {
            const auto* request = made(state.requests, subject);
            return own(request && core::sees_request(state, role, *request), role);
        }
        case Kind::message: {
            const auto* message = made(state.messages, subject);
            return when(message && core::sees_message(state, role, *message));
        }
        case Kind::meeting: {
            const auto* meeting = find(*state.scenario, core::MeetingId{subject.id});
            return when(meeting && core::sees_meeting(state, role, *meeting));
        }
        case Kind::notice: return when(core::sees_inject(state, role, core::InjectId{subject.id}));
        case Kind::own_weighing:
            return own(state.legal.weighings.contains({role, core::ItemId{subject.id}}), role);
        default: return nothing;
    }
}

bool took_effect(const core::State& state, const core::InjectId& id) {
    const auto found = state.injects.find(id);
    return found != state.injects.end() && found->second.status == core::InjectStatus::effective;
}

Seen seen_by_trainer(const core::State& state, const Subject& subject) {
    const std::pair whose{core::RoleId{subject.role}, core::ItemId{subject.id}};
    switch (subject.kind) {
        case Kind::role_card: return when(find(*state.scenario, core::RoleId{subject.id}));
        case Kind::person:
        case Kind::basis:
        case Kind::triage: return when(is_in_case(*state.scenario, subject));
        case Kind::share: return when(made(state.shares, subject), FacetKind::trainer);
        case Kind::request: return when(made(state.requests, subject), FacetKind::trainer);
        case Kind::message: return when(made(state.messages, subject));
        case Kind::meeting: return when(find(*state.scenario, core::MeetingId{subject.id}));
        case Kind::notice: return when(took_effect(state, core::InjectId{subject.id}));
        case Kind::inject:
            return when(state.injects.contains(core::InjectId{subject.id}), FacetKind::trainer);
        case Kind::holding: return when(state.holdings.contains(whose), FacetKind::trainer);
        case Kind::weighing: return when(state.legal.weighings.contains(whose), FacetKind::trainer);
        default: return nothing;
    }
}

}  // namespace

std::optional<Facet> facet_of(const core::State& state, const Viewer& viewer,
                              const Subject& subject) {
    if (const Seen seen = seen_by_all(state, subject)) return seen;
    switch (viewer.kind) {
        case ViewerKind::seat: return nothing;
        case ViewerKind::role: return seen_by_role(state, viewer.role, subject);
        case ViewerKind::trainer: return seen_by_trainer(state, subject);
    }
    return nothing;
}

}  // namespace casustafel::view
