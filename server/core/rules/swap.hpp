#pragma once
// Inside core only. What other families and the clock ask of the swap.
#include "server/core/rules/rules.hpp"

namespace casustafel::core {

// Whether a swap is under way and everybody that it waits for is ready.
bool is_swap_awaited_no_longer(const State&);

// What ends the present stage of the swap under way.
std::vector<Event> next_stage_of_swap(const State&, std::int64_t active_ms);

// The swap that the scenario plans for entering this segment; nothing when it plans
// none here or there was one before.
std::optional<Event> planned_swap(const State&, int segment, std::int64_t active_ms);

}  // namespace casustafel::core
