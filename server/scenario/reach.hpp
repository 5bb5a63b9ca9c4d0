#pragma once
// What can ever come about in a case, whatever people do: who can lawfully get an item, which
// conditions can hold, and which roles a person can play. Lint asks this before anybody plays.
#include "server/core/scenario.hpp"

namespace casustafel::scenario {

// Whether a person can ever sit here: an autopilot only answers requests and confirms.
bool is_playable(const core::Scenario&, const core::RoleId&);

// Whether the role has the item from the case itself, at the start, through an inject or later.
bool gets_from_the_case(const core::Item&, const core::RoleId&);

// The case without the ways whose conditions can never hold; chains are sought in this.
core::Scenario with_open_ways(core::Scenario);

// Whether the role can come to hold the item lawfully in this form or a richer one: from the case,
// by a lawful chain, or because it emerges from parts that the role can have.
bool can_have(const core::Scenario&, const core::Item&, const core::RoleId&, core::Form);

// Whether a condition of a way of this item can hold at some moment of this case.
bool can_hold(const core::Scenario&, const core::Condition&, const core::Item&);

// When the item reaches its first holder; nothing when only play can say.
std::optional<std::int64_t> available_sim_ms(const core::Scenario&, const core::Item&);

}  // namespace casustafel::scenario
