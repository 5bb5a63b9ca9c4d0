#pragma once
// Three roles at one table and two items: A01 of POL, known to the others only when shared, and
// nothing the author said for its pointer.
#include "server/view/project.hpp"
#include "server/view/subscriber.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::view {

inline const core::RoleId pol{"POL"}, ovj{"OVJ"}, won{"WON"};
inline const core::ItemId a01{"A01"};
inline const core::InjectId storm{"STORM"};

core::Scenario small_scenario();

struct SmallTable {
    core::Scenario scenario = small_scenario();
    support::Play play{scenario};
    core::Actor at_pol, at_ovj, at_won;

    // Everybody sits; the session has not started.
    SmallTable();

    void start() { play.must(support::trainer(), core::StartSession{}); }

    // POL shares A01; the id of the share.
    core::EntityId share(core::Form, std::vector<core::RoleId> to, const std::string& text = {},
                         core::EntityId request = core::EntityId::none);

    // OVJ asks POL and WON; the id of the request.
    core::EntityId ask();

    // The entity as this viewer sees it now.
    std::optional<v1::Entity> seen(const Viewer&, const Key&) const;
};

Key key(const char* kind, core::EntityId);

}  // namespace casustafel::view
