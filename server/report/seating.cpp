#include "server/report/seating.hpp"

#include <algorithm>

namespace casustafel::report {

void Seating::take(const core::Event& event) {
    if (const auto* taken = std::get_if<core::RoleTaken>(&event)) {
        now_[taken->participant] = taken->role;
        auto& sat = ever_[taken->role];
        if (std::ranges::find(sat, taken->participant) == sat.end())
            sat.push_back(taken->participant);
    } else if (const auto* released = std::get_if<core::RoleReleased>(&event)) {
        now_.erase(released->participant);
    }
}

core::RoleId Seating::role_of(core::ParticipantId participant) const {
    const auto found = now_.find(participant);
    return found == now_.end() ? core::RoleId{} : found->second;
}

const std::vector<core::ParticipantId>& Seating::sat_in(const core::RoleId& role) const {
    static const std::vector<core::ParticipantId> nobody;
    const auto found = ever_.find(role);
    return found == ever_.end() ? nobody : found->second;
}

}  // namespace casustafel::report
