#include "server/core/state.hpp"

namespace casustafel::core {

const Holding* holding(const State& state, const RoleId& role, const ItemId& item) {
    const auto found = state.holdings.find({role, item});
    return found == state.holdings.end() ? nullptr : &found->second;
}

RoleId role_of(const State& state, ParticipantId participant) {
    if (participant == ParticipantId::nobody) return {};
    for (const auto& [role, seat] : state.seats)
        if (seat.occupant == participant) return role;
    return {};
}

}  // namespace casustafel::core
