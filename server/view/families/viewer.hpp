#pragma once
// Who looks: a seat in the lobby, a role, or a trainer. A connection holds one view for each viewer
// it is; a trainer who looks through a role is, for that view, that role.
#include <compare>
#include <cstdint>
#include <string>

#include "server/core/values/ids.hpp"

namespace casustafel::view {

enum class ViewerKind : std::uint8_t { seat, role, trainer };

struct Viewer {
    ViewerKind kind = ViewerKind::seat;
    core::RoleId role;  // only of a role
    core::ParticipantId participant =
        core::ParticipantId::nobody;  // only of a seat: who waits there
    bool through = false;             // only of a role: somebody else looks through it
    auto operator<=>(const Viewer&) const = default;
};

inline Viewer seat_viewer(core::ParticipantId who = core::ParticipantId::nobody) {
    return {ViewerKind::seat, {}, who};
}
inline Viewer role_viewer(core::RoleId role) { return {ViewerKind::role, std::move(role), {}}; }
// What somebody else sees of a role: all but what is for the person who plays it alone.
inline Viewer looking_viewer(core::RoleId role) {
    return {ViewerKind::role, std::move(role), {}, true};
}
inline Viewer trainer_viewer() { return {ViewerKind::trainer, {}, {}}; }

// The name its view travels under: "seat", "role:<id>" or "trainer".
std::string view_name(const Viewer&);

// The name under which a trainer gets this role's view: "as:<id>".
std::string see_as_name(const core::RoleId&);

}  // namespace casustafel::view
