#pragma once
// What people passed on in their handover notes when roles were swapped, beside what they left
// open. It is told, and is no indicator.
#include "server/score/review.hpp"

namespace casustafel::score {

// Tells what the handover notes passed on.
std::vector<Handover> handovers(const Review&);

}  // namespace casustafel::score
