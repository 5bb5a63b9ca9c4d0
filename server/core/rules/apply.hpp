#pragma once
// How the log becomes State: where it begins, and what one record changes. Nothing else writes
// State.
#include "server/core/families/record.hpp"
#include "server/core/families/state.hpp"

namespace casustafel::core {

// State before the first record.
State initial(const Scenario&, Edition = newest_edition);

// Takes one record's events into State. Total: a recorded event always applies.
void apply(State&, const Record&);

}  // namespace casustafel::core
