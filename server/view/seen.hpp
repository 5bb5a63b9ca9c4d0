#pragma once
// Inside view only: what facet_of asks, one function for each kind of viewer, and the few words
// they are written in.
#include <optional>

#include "server/view/facet.hpp"

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

// The case as every role and every trainer knows it.
bool is_in_case(const core::Scenario&, const Subject&);

// What a role sees beside what everybody does.
Seen seen_by_role(const core::State&, const core::RoleId&, const Subject&);
// What a trainer sees beside what everybody does.
Seen seen_by_trainer(const core::State&, const Subject&);

}  // namespace casustafel::view
