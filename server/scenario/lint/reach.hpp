#pragma once
// Says what can ever come about in a case, whatever people do, as far as core does not say it
// already: which roles a person can play, which conditions can hold, when an item is there. Lint
// asks this before anybody plays.
#include <cstdint>
#include <optional>

#include "server/core/values/scenario.hpp"

namespace casustafel::scenario {

// Says whether a person can ever sit here: an autopilot only answers requests and confirms.
bool is_playable(const core::Scenario&, const core::RoleId&);

// Says whether a condition of this way of the item can hold at some moment of this case.
bool can_hold(const core::Scenario&, const core::Condition&, const core::Grant&, const core::Item&);

// Gives when the item reaches its first holder, or nothing when only play can say.
std::optional<std::int64_t> available_sim_ms(const core::Scenario&, const core::Item&);

// Says whether people can act at this time: not in a cut between two stretches.
bool inside_a_segment(const core::Scenario&, std::int64_t sim_ms);

}  // namespace casustafel::scenario
