#pragma once
// The two headings of README.md §headings. No grand total exists.
#include "server/score/score.hpp"

namespace casustafel::score {

// From the team's twelve indicators, after too small ones have lost their value. Ranges are not
// filled in.
Headings headings(const std::vector<Indicator>& team, const core::ScoreWeights&);

}  // namespace casustafel::score
