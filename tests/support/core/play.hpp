#pragma once
// The smallest host there is: one session in memory. Before each command it lets everything due
// happen, then decides, records and applies, exactly as the real host must. Knows nothing of bytes,
// stores or views; whoever tests those reads its state and log.
#include <cstdint>
#include <vector>

#include "server/core/rules/decide.hpp"

namespace casustafel::support {

core::Actor trainer();
core::Actor host();
core::Actor newcomer();  // somebody who is about to join
core::Actor participant(core::ParticipantId, const core::RoleId& role = {});

class Play {
public:
    // The scenario must outlive the play. Ids of made things follow from `key`.
    explicit Play(const core::Scenario& scenario, std::uint64_t key = 1,
                  core::Edition edition = core::newest_edition);

    // Lets the session be open until `real_ms`: each due instant on the way becomes a record.
    void until(std::int64_t real_ms);
    void pass(std::int64_t duration_ms) { until(now_ms_ + duration_ms); }

    // Asks now. An accepted command is recorded and applied.
    core::Outcome submit(const core::Actor&, const core::Command&);

    // As `submit`, for what a test is sure of: ends the program when it is rejected. The events.
    std::vector<core::Event> must(const core::Actor&, const core::Command&);

    // Somebody new joins and takes this role; the actor to act with.
    core::Actor seat(const core::RoleId&);

    // Lets the clock run until nothing is due any more (ended, paused or in the lobby).
    void run_out();

    const core::State& state() const { return state_; }
    const std::vector<core::Record>& log() const { return log_; }
    std::int64_t now_ms() const { return now_ms_; }
    core::Stamp now() const;

private:
    void take(core::Record);

    const core::Scenario& scenario_;
    std::uint64_t key_;
    core::State state_;
    std::vector<core::Record> log_;
    std::int64_t now_ms_ = 0;
};

}  // namespace casustafel::support
