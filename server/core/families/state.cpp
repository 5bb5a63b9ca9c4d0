#include "server/core/families/state.hpp"

#include <algorithm>

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

bool awaits_answer(const State& state, const Request& request, const RoleId& asked) {
    const auto& to = request.event.to;
    if (std::find(to.begin(), to.end(), asked) == to.end()) return false;
    return std::none_of(request.answers.begin(), request.answers.end(), [&](const Answer& answer) {
        if (answer.by != asked) return false;
        const auto share = state.shares.find(answer.share);
        return share == state.shares.end() || !share->second.event.partial;
    });
}

PromptStatus status_of(const State& state, const PromptId& id) {
    const auto found = state.prompts.find(id);
    if (found != state.prompts.end() && found->second.status != PromptStatus::waiting)
        return found->second.status;
    const Prompt* prompt = find(*state.scenario, id);
    if (!prompt) return PromptStatus::waiting;
    const bool of_now =
        (prompt->moment == PromptMoment::lobby && state.phase == SessionPhase::lobby) ||
        (prompt->moment == PromptMoment::end && state.phase == SessionPhase::ended);
    return of_now ? PromptStatus::open : PromptStatus::waiting;
}

const PromptId* holding_prompt(const State& state) {
    const auto found = std::find_if(state.prompts.begin(), state.prompts.end(), [&](const auto& each) {
        if (each.second.status != PromptStatus::open) return false;
        const Prompt* prompt = find(*state.scenario, each.first);
        return !prompt || prompt->holds;
    });
    return found == state.prompts.end() ? nullptr : &found->first;
}

bool is_played(const Seat& seat) {
    return seat.occupant != ParticipantId::nobody || seat.autopilot || seat.stand_in;
}

bool is_present(const State& state, const MeetingId& meeting, const RoleId& role) {
    const auto found = state.present.find(meeting);
    return found != state.present.end() && found->second.contains(role);
}

}  // namespace casustafel::core
