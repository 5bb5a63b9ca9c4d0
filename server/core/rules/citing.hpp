#pragma once
// Inside core only: what a decision, an intervention or an action rests on. A role cites only what
// it holds in some form; what it does not hold and what does not exist are refused alike.
#include <optional>
#include <vector>

#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Why the actor cannot cite these, or nothing.
std::optional<Rejection> cannot_cite(const Act&, const std::vector<Cited>&);
std::optional<Rejection> cannot_cite(const Act&, const std::vector<ItemId>&);

// Each item once, as what it was first named.
std::vector<Cited> each_once(const std::vector<Cited>&);
std::vector<ItemId> each_once(const std::vector<ItemId>&);

// Whether one of `grounds` is cited; also when nothing is asked.
bool rests_on_one_of(const std::vector<Cited>&, const std::vector<ItemId>& grounds);

}  // namespace casustafel::core
