#include "server/score/presence.hpp"

#include <algorithm>

#include "server/core/values/clock.hpp"

namespace casustafel::score {

Presence::Presence(const core::Scenario& scenario) {
    for (const core::Role& role : scenario.roles) {
        sittings_[role.id].push_back(
            {Player::nobody, core::ParticipantId::nobody, {}, scenario.start_sim_ms()});
    }
}

void Presence::take(const core::Event& event, const Place& place, std::int64_t sim_ms) {
    place_ = place;
    sim_ms_ = sim_ms;
    std::visit([&](const auto& happened) { on(happened); }, event);
}

void Presence::on(const core::ConnectionLost& event) {
    people_[event.participant].lost_at_sim_ms = sim_ms_;
}

// Two minutes make it an absence; it then counts from the moment the connection was lost.
void Presence::on(const core::AbsenceStarted& event) {
    Person& person = people_[event.participant];
    person.absent_from_sim_ms = person.lost_at_sim_ms.value_or(sim_ms_);
}

void Presence::on(const core::ConnectionRestored& event) {
    Person& person = people_[event.participant];
    if (person.absent_from_sim_ms) person.absences.push_back({*person.absent_from_sim_ms, sim_ms_});
    person.absent_from_sim_ms.reset();
    person.lost_at_sim_ms.reset();
}

void Presence::on(const core::ParticipantLeft& event) {
    for (const auto& [role, sittings] : sittings_) {
        if (sittings.back().participant == event.participant) leave(role, Player::person);
    }
}

void Presence::on(const core::RoleTaken& event) {
    sit(event.role, Player::person, event.participant);
}
void Presence::on(const core::RoleReleased& event) { sit(event.role, Player::nobody); }
void Presence::on(const core::AutopilotSeated& event) { sit(event.role, Player::autopilot); }
void Presence::on(const core::AutopilotLeft& event) { leave(event.role, Player::autopilot); }
void Presence::on(const core::StandInStarted& event) { sit(event.role, Player::stand_in); }
void Presence::on(const core::StandInEnded& event) { leave(event.role, Player::stand_in); }

void Presence::on(const core::RolesSwapped& event) {
    for (const core::SeatChange& seat : event.seats) {
        const bool person = seat.occupant != core::ParticipantId::nobody;
        sit(seat.role,
            person           ? Player::person
            : seat.autopilot ? Player::autopilot
            : seat.stand_in  ? Player::stand_in
                             : Player::nobody,
            seat.occupant);
    }
}

void Presence::sit(const core::RoleId& role, Player player, core::ParticipantId participant) {
    sittings_[role].push_back({player, participant, place_, sim_ms_});
}

void Presence::leave(const core::RoleId& role, Player player) {
    if (sittings_[role].back().player == player) sit(role, Player::nobody);
}

std::vector<Interval> Presence::away_while(const Sitting& sitting, std::int64_t to_sim_ms) const {
    if (sitting.player == Player::nobody) return {{sitting.from_sim_ms, to_sim_ms}};
    if (sitting.player != Player::person) return {};
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
