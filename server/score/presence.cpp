#include "server/score/presence.hpp"

#include <algorithm>

#include "server/core/clock.hpp"

namespace casustafel::score {

Presence::Presence(const core::Scenario& scenario) {
    for (const core::Role& role : scenario.roles) {
        sittings_[role.id].push_back({core::ParticipantId::nobody, scenario.start_sim_ms()});
    }
}

void Presence::take(const core::Event& event, std::int64_t sim_ms) {
    std::visit([&](const auto& happened) { on(happened, sim_ms); }, event);
}

void Presence::on(const core::ConnectionLost& event, std::int64_t sim_ms) {
    people_[event.participant].lost_at_sim_ms = sim_ms;
}

// Two minutes make it an absence; it then counts from the moment the connection was lost.
void Presence::on(const core::AbsenceStarted& event, std::int64_t sim_ms) {
    Person& person = people_[event.participant];
    person.absent_from_sim_ms = person.lost_at_sim_ms.value_or(sim_ms);
}

void Presence::on(const core::ConnectionRestored& event, std::int64_t sim_ms) {
    Person& person = people_[event.participant];
    if (person.absent_from_sim_ms) person.absences.push_back({*person.absent_from_sim_ms, sim_ms});
    person.absent_from_sim_ms.reset();
    person.lost_at_sim_ms.reset();
}

void Presence::on(const core::ParticipantLeft& event, std::int64_t sim_ms) {
    for (auto& [role, sittings] : sittings_) {
        if (sittings.back().participant != event.participant) continue;
        sittings.push_back({core::ParticipantId::nobody, sim_ms});
    }
}

void Presence::on(const core::RoleTaken& event, std::int64_t sim_ms) {
    sittings_[event.role].push_back({event.participant, sim_ms});
}

void Presence::on(const core::RoleReleased& event, std::int64_t sim_ms) {
    sittings_[event.role].push_back({core::ParticipantId::nobody, sim_ms});
}

std::vector<Interval> Presence::away_while(const Sitting& sitting, std::int64_t to_sim_ms) const {
    if (sitting.participant == core::ParticipantId::nobody)
        return {{sitting.from_sim_ms, to_sim_ms}};
    const auto found = people_.find(sitting.participant);
    if (found == people_.end()) return {};
    std::vector<Interval> absences = found->second.absences;
    if (found->second.absent_from_sim_ms)
        absences.push_back({*found->second.absent_from_sim_ms, to_sim_ms});
    for (Interval& absence : absences) {
        absence.from_sim_ms = std::max(absence.from_sim_ms, sitting.from_sim_ms);
        absence.to_sim_ms = std::min(absence.to_sim_ms, to_sim_ms);
    }
    return absences;
}

std::map<core::RoleId, std::vector<Interval>> Presence::away_until(std::int64_t end_sim_ms) const {
    std::map<core::RoleId, std::vector<Interval>> away;
    for (const auto& [role, sittings] : sittings_) {
        for (std::size_t at = 0; at < sittings.size(); ++at) {
            const bool last = at + 1 == sittings.size();
            const std::int64_t until = last ? end_sim_ms : sittings[at + 1].from_sim_ms;
            for (const Interval& interval : away_while(sittings[at], until)) {
                if (interval.from_sim_ms < interval.to_sim_ms) away[role].push_back(interval);
            }
        }
    }
    return away;
}

std::int64_t covered(const core::Scenario& scenario, const std::vector<Interval>& intervals,
                     Interval window) {
    std::int64_t total = 0;
    for (const Interval& interval : intervals) {
        const std::int64_t from = std::max(interval.from_sim_ms, window.from_sim_ms);
        const std::int64_t to = std::min(interval.to_sim_ms, window.to_sim_ms);
        if (from < to) total += core::running_between(scenario, from, to);
    }
    return total;
}

}  // namespace casustafel::score
