#pragma once
// How much of a thing a viewer sees. The contents of an entity are made from State, subject and
// facet, and never from the viewer: viewers with the same facet get the same bytes, and nothing
// else can slip in.
#include <compare>
#include <cstdint>
#include <optional>

#include "server/core/families/state.hpp"
#include "server/core/values/ids.hpp"
#include "server/view/families/subject.hpp"
#include "server/view/families/viewer.hpp"

namespace casustafel::view {

enum class FacetKind : std::uint8_t {
    open,     // all who see it see the same
    party,    // a share, by somebody who also sees the request it answers
    veiled,   // that it is there, but not which item it is about, or without being let in
    own,      // as one role has it
    trainer,  // everything
};

struct Facet {
    FacetKind kind = FacetKind::open;
    core::RoleId role;  // only of `own`
    auto operator<=>(const Facet&) const = default;
};

// What this viewer sees of it, or nothing. The only place that asks whether somebody may see a
// thing.
std::optional<Facet> facet_of(const core::State&, const Viewer&, const Subject&);

}  // namespace casustafel::view
