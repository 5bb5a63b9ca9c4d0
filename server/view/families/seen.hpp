#pragma once
// Inside view only: who sees an entity, and how much of it, as the rows of the families say it.
// Each of these asks families/visible.hpp, or shows what is no secret to that viewer.
#include <optional>

#include "server/core/families/visible.hpp"
#include "server/view/families/facet.hpp"

namespace casustafel::view {

using Seen = std::optional<Facet>;

inline constexpr std::nullopt_t nothing = std::nullopt;
inline const Facet open{FacetKind::open, {}};

inline Seen when(bool visible, FacetKind kind = FacetKind::open) {
    return visible ? Seen{Facet{kind, {}}} : nothing;
}

// The thing made in play that the subject names, or nullptr.
template <class Things>
const typename Things::mapped_type* made(const Things& things, const Subject& subject) {
    const auto found = things.find(entity_id(subject));
    return found == things.end() ? nullptr : &found->second;
}

// Who looks at what.
struct Eyes {
    const core::State& state;
    const Viewer& viewer;
    const Subject& subject;

    const core::Scenario& scenario() const { return *state.scenario; }
    // Only of a role.
    const core::RoleId& role() const { return viewer.role; }
    template <class Thing>
    bool see(const Thing& thing) const {
        return core::sees(state, viewer.role, thing);
    }
    Seen own(bool visible) const {
        return visible ? Seen{Facet{FacetKind::own, viewer.role}} : nothing;
    }
    // Without the item, to whoever has nothing of it.
    Seen veiled_without(const core::ItemId& item) const {
        const bool clear = item.empty() || see(item);
        return Facet{clear ? FacetKind::open : FacetKind::veiled, {}};
    }
};

inline Seen always(const Eyes&) { return open; }

// What the scenario holds, to whoever this is asked for.
template <class Id, FacetKind how = FacetKind::open>
Seen when_written(const Eyes& eyes) {
    return when(find(eyes.scenario(), Id{eyes.subject.id}), how);
}

// What was made in play, to whoever this is asked for.
template <auto things, FacetKind how = FacetKind::open>
Seen when_made(const Eyes& eyes) {
    return when(made(eyes.state.*things, eyes.subject), how);
}

// The same, to a role that sees it.
template <class Id>
Seen when_sees_written(const Eyes& eyes) {
    const auto* thing = find(eyes.scenario(), Id{eyes.subject.id});
    return when(thing && eyes.see(*thing));
}
template <auto things>
Seen when_sees_made(const Eyes& eyes) {
    const auto* thing = made(eyes.state.*things, eyes.subject);
    return when(thing && eyes.see(*thing));
}

// Those, and each role sees it in its own way.
template <Seen (*seen)(const Eyes&)>
Seen own_when(const Eyes& eyes) {
    return eyes.own(seen(eyes).has_value());
}

}  // namespace casustafel::view
