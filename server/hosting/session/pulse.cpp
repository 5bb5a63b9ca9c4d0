#include "server/hosting/session/pulse.hpp"

#include <algorithm>

#include "server/hosting/surroundings/limits.hpp"
#include "server/view/families/families.hpp"

namespace casustafel::hosting {
namespace {

// The case's time leaps, or everybody sits elsewhere: nobody could have done anything before.
bool starts_anew(const core::Event& event) {
    return std::holds_alternative<core::SessionStarted>(event) ||
           std::holds_alternative<core::SegmentEntered>(event) ||
           std::holds_alternative<core::RolesSwapped>(event);
}

std::uint32_t counted(std::ptrdiff_t number) { return static_cast<std::uint32_t>(number); }

}  // namespace

void Pulse::begin_at(std::int64_t sim_ms) {
    since_sim_ms_ = sim_ms;
    acted_sim_ms_.clear();
}

void Pulse::note(const core::Record& record) {
    if (std::ranges::any_of(record.events, starts_anew)) begin_at(record.stamp.sim_ms);
    for (const core::Event& event : record.events)
        if (const auto* taken = std::get_if<core::RoleTaken>(&event))
            acted_sim_ms_[taken->role] = record.stamp.sim_ms;
    if (record.actor.kind == core::ActorKind::participant && !record.actor.role.value.empty())
        acted_sim_ms_[record.actor.role] = record.stamp.sim_ms;
}

void Pulse::fill(v1::SessionEntry& entry, const core::State& state, std::int64_t sim_ms) const {
    if (state.phase != core::SessionPhase::running && state.phase != core::SessionPhase::paused)
        return;
    const core::Scenario& scenario = *state.scenario;
    const auto segment = static_cast<std::size_t>(state.clock.segment);
    const auto round = static_cast<std::size_t>(scenario.segments.at(segment).round);
    if (round < scenario.rounds.size()) {
        entry.mutable_round()->set_nl(scenario.rounds[round].name.nl);
        entry.mutable_round()->set_en(scenario.rounds[round].name.en);
    }
    const auto played = [](const auto& seat) {
        return seat.second.occupant != core::ParticipantId::nobody;
    };
    const auto silent = [&](const auto& seat) {
        const auto acted = acted_sim_ms_.find(seat.first);
        const std::int64_t last_ms = acted == acted_sim_ms_.end() ? 0 : acted->second;
        return played(seat) &&
               sim_ms - std::max(last_ms, since_sim_ms_) >= limits::silent_after_sim_ms;
    };
    entry.set_seated(counted(std::ranges::count_if(state.seats, played)));
    entry.set_silent(counted(std::ranges::count_if(state.seats, silent)));
    entry.set_calls(view::calls_unanswered(state));
}

}  // namespace casustafel::hosting
