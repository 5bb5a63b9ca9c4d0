#pragma once
// Computes the two headings of README.md §headings. No grand total exists.
#include "server/score/score.hpp"

namespace casustafel::score {

// Takes the team's twelve indicators, after those with too few opportunities have lost their value.
// It fills in no ranges.
Headings headings(const std::vector<Indicator>& team, const core::ScoreWeights&);

}  // namespace casustafel::score
