#include "server/view/families/viewer.hpp"

namespace casustafel::view {

std::string view_name(const Viewer& viewer) {
    switch (viewer.kind) {
        case ViewerKind::seat: return "seat";
        case ViewerKind::role: return "role:" + viewer.role.value;
        case ViewerKind::trainer: break;
    }
    return "trainer";
}

std::string see_as_name(const core::RoleId& role) { return "as:" + role.value; }

}  // namespace casustafel::view
