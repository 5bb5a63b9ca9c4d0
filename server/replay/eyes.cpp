#include "server/replay/eyes.hpp"

#include <algorithm>
#include <set>

#include "server/view/subscriber.hpp"

namespace casustafel::replay {

std::optional<view::Viewer> eyes(const core::State& now, const core::State& then,
                                 const Asker& asker, const core::RoleId& wanted) {
    if (wanted.empty()) {
        if (asker.trainer) return view::trainer_viewer();
        const auto own = core::roles_of(then, asker.participant);
        if (own.empty()) return std::nullopt;
        return view::role_viewer(own.front());
    }
    if (core::find(*then.scenario, wanted) == nullptr) return std::nullopt;
    if (asker.trainer) return view::looking_viewer(wanted);
    if (core::plays(then, asker.participant, wanted)) return view::role_viewer(wanted);
    if (now.declassified) return view::looking_viewer(wanted);
    return std::nullopt;
}

std::vector<core::RoleId> roles_open_to(const Past& past, const Asker& asker) {
    const bool all = asker.trainer || past.now().declassified;
    std::set<core::RoleId> played;
    const auto note = [&](const core::RoleId& role, core::ParticipantId who) {
        if (who == asker.participant) played.insert(role);
    };
    for (const core::Record& record : past.records()) {
        for (const core::Event& event : record.events) {
            if (const auto* taken = std::get_if<core::RoleTaken>(&event))
                note(taken->role, taken->participant);
            if (const auto* swapped = std::get_if<core::RolesSwapped>(&event))
                for (const auto& seat : swapped->seats) note(seat.role, seat.occupant);
        }
    }
    std::vector<core::RoleId> roles;
    for (const core::Role& role : past.scenario().roles)
        if (all || played.contains(role.id)) roles.push_back(role.id);
    return roles;
}

std::vector<std::string> screen(const core::State& then, core::Stamp stamp,
                                const view::Viewer& viewer, const std::string& name) {
    view::Projector projector;
    view::Subscriber subscriber(viewer, name);
    std::vector<std::string> pieces{subscriber.snapshot(projector, then, stamp)};
    while (subscriber.owes()) pieces.push_back(subscriber.next_piece());
    return pieces;
}

}  // namespace casustafel::replay
