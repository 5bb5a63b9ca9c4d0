#pragma once
// Computes the two headings of README.md §headings. No grand total exists.
#include <array>

#include "server/score/score.hpp"

namespace casustafel::score {

// What the team's twelve indicators came to, those with too few opportunities to nothing.
using TeamValues = std::array<std::optional<double>, indicator_count>;

// It fills in no ranges.
Headings headings(const TeamValues&, const core::ScoreWeights&);

}  // namespace casustafel::score
