#include "server/view/families/facet.hpp"

#include "server/view/families/families.hpp"

namespace casustafel::view {
namespace {

Seen seen_by_role(const Row& row, const Eyes& eyes) {
    if (eyes.state.phase == core::SessionPhase::lobby && !row.before_start) return nothing;
    return row.role ? row.role(eyes) : nothing;
}

}  // namespace

std::optional<Facet> facet_of(const core::State& state, const Viewer& viewer,
                              const Subject& subject) {
    const Row& row = row_of(subject.kind);
    const Eyes eyes{state, viewer, subject};
    if (row.everybody)
        if (const Seen seen = row.everybody(eyes)) return seen;
    switch (viewer.kind) {
        case ViewerKind::seat: return nothing;
        case ViewerKind::role: return seen_by_role(row, eyes);
        case ViewerKind::trainer: return row.trainer ? row.trainer(eyes) : nothing;
    }
    return nothing;
}

}  // namespace casustafel::view
