#pragma once
// When a role had nobody who could act: its occupant's connection was gone for more than two
// minutes, or its seat was empty. Case time; fed with every event in order.
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "server/core/event.hpp"
#include "server/core/scenario.hpp"
#include "server/score/ledger.hpp"

namespace casustafel::score {

class Presence {
public:
    explicit Presence(const core::Scenario&);

    // Takes one event, which happened at `sim_ms`.
    void take(const core::Event&, std::int64_t sim_ms);

    // For each role the intervals in which it was away, up to `end_sim_ms`.
    std::map<core::RoleId, std::vector<Interval>> away_until(std::int64_t end_sim_ms) const;

private:
    struct Person {
        std::optional<std::int64_t> lost_at_sim_ms;
        std::optional<std::int64_t> absent_from_sim_ms;
        std::vector<Interval> absences;
    };
    struct Sitting {
        core::ParticipantId participant{};
        std::int64_t from_sim_ms = 0;
    };

    void on(const core::ConnectionLost&, std::int64_t sim_ms);
    void on(const core::ConnectionRestored&, std::int64_t sim_ms);
    void on(const core::AbsenceStarted&, std::int64_t sim_ms);
    void on(const core::ParticipantLeft&, std::int64_t sim_ms);
    void on(const core::RoleTaken&, std::int64_t sim_ms);
    void on(const core::RoleReleased&, std::int64_t sim_ms);
    template <class Event>
    void on(const Event&, std::int64_t) {}

    std::vector<Interval> away_while(const Sitting&, std::int64_t to_sim_ms) const;

    std::map<core::ParticipantId, Person> people_;
    std::map<core::RoleId, std::vector<Sitting>> sittings_;
};

// How much of [from, to] these intervals cover, in case time that really ran (cuts do not count).
std::int64_t covered(const core::Scenario&, const std::vector<Interval>&, Interval window);

}  // namespace casustafel::score
