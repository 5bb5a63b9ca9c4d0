#pragma once
// Ids: each stands for one thing, and each that is named exists. Other rules of lint rely on it.
#include "server/scenario/lint/lint.hpp"

namespace casustafel::scenario {

// Reports what exists twice or not at all. Gives whether every id that is named exists once.
bool check_references(const Draft&);

}  // namespace casustafel::scenario
