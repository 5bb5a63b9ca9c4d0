#pragma once
// Who played each role when, and when nobody could act: the occupant's connection was gone for more
// than two minutes, or the seat was empty. An autopilot and a trainer who stands in do act. Case
// time; fed with every event in order.
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "server/core/families/event.hpp"
#include "server/core/values/scenario.hpp"
#include "server/score/ledger.hpp"

namespace casustafel::score {

class Presence {
public:
    explicit Presence(const core::Scenario&);

    // Takes one event, which stands at `place` and happened at `sim_ms`.
    void take(const core::Event&, const Place& place, std::int64_t sim_ms);

    // For each role the intervals in which it was away, up to `end_sim_ms`.
    std::map<core::RoleId, std::vector<Interval>> away_until(std::int64_t end_sim_ms) const;

    // For each role who sat there, one after another.
    const std::map<core::RoleId, std::vector<Sitting>>& sittings() const { return sittings_; }

private:
    struct Person {
        std::optional<std::int64_t> lost_at_sim_ms;
        std::optional<std::int64_t> absent_from_sim_ms;
        std::vector<Interval> absences;
    };

    void on(const core::ConnectionLost&);
    void on(const core::ConnectionRestored&);
    void on(const core::AbsenceStarted&);
    void on(const core::ParticipantLeft&);
    void on(const core::RoleTaken&);
    void on(const core::RoleReleased&);
    void on(const core::AutopilotSeated&);
    void on(const core::AutopilotLeft&);
    void on(const core::StandInStarted&);
    void on(const core::StandInEnded&);
    void on(const core::RolesSwapped&);
    template <class Event>
    void on(const Event&) {}

    void sit(const core::RoleId&, Player player,
             core::ParticipantId participant = core::ParticipantId::nobody);
    // When this kind of player is the one that sits there, the seat becomes empty.
    void leave(const core::RoleId&, Player player);
    std::vector<Interval> away_while(const Sitting&, std::int64_t to_sim_ms) const;

    std::map<core::ParticipantId, Person> people_;
    std::map<core::RoleId, std::vector<Sitting>> sittings_;
    Place place_;
    std::int64_t sim_ms_ = 0;
};

// How much of [from, to] these intervals cover, in case time that really ran (cuts do not count).
std::int64_t covered(const core::Scenario&, const std::vector<Interval>&, Interval window);

}  // namespace casustafel::score
