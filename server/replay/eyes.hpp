#pragma once
// Who may look back through whose eyes, and what they then see: the law of looking back stands
// here and nowhere else. A participant sees its own screens as they were, role by role as long as
// it played each; once a trainer opened the case, those of every role, without what was for the
// person who played it alone. A trainer sees all of them.
#include <optional>
#include <string>
#include <vector>

#include "server/replay/past.hpp"
#include "server/view/families/viewer.hpp"

namespace casustafel::replay {

// Who looks back.
struct Asker {
    core::ParticipantId participant = core::ParticipantId::nobody;
    bool trainer = false;
    bool operator==(const Asker&) const = default;
};

// Through whose eyes this one looks at the State of then; no role wanted: one's own. Nothing: it
// may not, or there was nothing of its own then.
std::optional<view::Viewer> eyes(const core::State& now, const core::State& then, const Asker&,
                                 const core::RoleId& wanted);

// The roles through which it may look at some moment, in the order of the case.
std::vector<core::RoleId> roles_open_to(const Past&, const Asker&);

// What stood on that screen: encoded batches that make the whole view under this name.
std::vector<std::string> screen(const core::State& then, core::Stamp, const view::Viewer&,
                                const std::string& name);

}  // namespace casustafel::replay
