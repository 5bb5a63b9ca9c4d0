#include "server/view/facet.hpp"

#include "server/view/seen.hpp"

namespace casustafel::view {
namespace {

using Kind = SubjectKind;

// Who waits in the lobby sees a call for help of its own.
Seen own_call(const core::State& state, const Viewer& viewer, const Subject& subject) {
    const auto* call = made(state.help_calls, subject);
    return when(viewer.kind == ViewerKind::seat && call != nullptr &&
                viewer.participant != core::ParticipantId::nobody &&
                call->event.participant == viewer.participant);
}

// Seen by everybody in the session, whatever they are.
Seen seen_by_all(const core::State& state, const Viewer& viewer, const Subject& subject) {
    const core::Scenario& scenario = *state.scenario;
    switch (subject.kind) {
        case Kind::session:
            if (viewer.kind == ViewerKind::trainer) return Facet{FacetKind::trainer, {}};
            return open;
        case Kind::table: return when(find(scenario, core::TableId{subject.id}));
        case Kind::role: return when(find(scenario, core::RoleId{subject.id}));
        case Kind::participant: {
            const auto found = state.participants.find(core::ParticipantId(subject.number));
            return when(found != state.participants.end() && found->second.present);
        }
        case Kind::swap: {
            if (state.swap.stage == core::SwapStage::none) return nothing;
            if (viewer.kind != ViewerKind::role) return open;
            return Facet{FacetKind::own, viewer.role};  // whether its own note is saved
        }
        case Kind::ending: return when(find(scenario, state.ending));
        case Kind::help: return own_call(state, viewer, subject);
        default: return nothing;
    }
}

}  // namespace

std::optional<Facet> facet_of(const core::State& state, const Viewer& viewer,
                              const Subject& subject) {
    if (const Seen seen = seen_by_all(state, viewer, subject)) return seen;
    switch (viewer.kind) {
        case ViewerKind::seat: return nothing;
        case ViewerKind::role: return seen_by_role(state, viewer.role, subject);
        case ViewerKind::trainer: return seen_by_trainer(state, subject);
    }
    return nothing;
}

}  // namespace casustafel::view
