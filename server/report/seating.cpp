#include "server/report/seating.hpp"

#include <algorithm>

namespace casustafel::report {

void Seating::take(const core::Event& event) {
    if (const auto* taken = std::get_if<core::RoleTaken>(&event)) {
        sit(taken->role, {Player::person, taken->participant, {}});
    } else if (const auto* released = std::get_if<core::RoleReleased>(&event)) {
        now_.erase(released->role);
    } else if (const auto* automatic = std::get_if<core::AutopilotSeated>(&event)) {
        sit(automatic->role, {Player::autopilot, {}, {}});
    } else if (const auto* stands_in = std::get_if<core::StandInStarted>(&event)) {
        sit(stands_in->role, {Player::trainer, {}, {}});
    } else if (const auto* swapped = std::get_if<core::RolesSwapped>(&event)) {
        swap(*swapped);
    }
}

void Seating::sit(const core::RoleId& role, const Played& played) {
    now_[role] = played.participant;
    auto& all = ever_[role];
    if (std::ranges::find(all, played) == all.end()) all.push_back(played);
}

void Seating::swap(const core::RolesSwapped& event) {
    const auto before = now_;
    const auto role_before = [&](core::ParticipantId participant) {
        const auto found =
            std::ranges::find(before, participant, [](const auto& seat) { return seat.second; });
        return found == before.end() ? core::RoleId{} : found->first;
    };
    for (const core::SeatChange& seat : event.seats) {
        now_.erase(seat.role);
        if (seat.occupant != core::ParticipantId::nobody) {
            sit(seat.role, {Player::person, seat.occupant, role_before(seat.occupant)});
        } else if (seat.autopilot) {
            sit(seat.role, {Player::autopilot, {}, {}});
        } else if (seat.stand_in) {
            sit(seat.role, {Player::trainer, {}, {}});
        }
    }
}

std::vector<core::RoleId> Seating::roles_of(core::ParticipantId participant) const {
    std::vector<core::RoleId> roles;
    for (const auto& [role, occupant] : now_) {
        if (occupant == participant) roles.push_back(role);
    }
    return roles;
}

const std::vector<Played>& Seating::played(const core::RoleId& role) const {
    static const std::vector<Played> nobody;
    const auto found = ever_.find(role);
    return found == ever_.end() ? nobody : found->second;
}

}  // namespace casustafel::report
