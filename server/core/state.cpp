#include "server/core/state.hpp"

namespace casustafel::core {

const Holding* holding(const State& state, const RoleId& role, const ItemId& item) {
    const auto found = state.holdings.find({role, item});
    return found == state.holdings.end() ? nullptr : &found->second;
}

std::vector<RoleId> roles_of(const State& state, ParticipantId participant) {
    std::vector<RoleId> roles;
    if (participant == ParticipantId::nobody) return roles;
    for (const auto& [role, seat] : state.seats)
        if (seat.occupant == participant) roles.push_back(role);
    return roles;
}

bool is_played(const Seat& seat) {
    return seat.occupant != ParticipantId::nobody || seat.autopilot || seat.stand_in;
}

}  // namespace casustafel::core
