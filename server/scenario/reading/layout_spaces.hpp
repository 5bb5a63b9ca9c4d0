#pragma once
// Tabs and spaces of another kind (no-break, thin, ideographic) where a file springs in or where a
// value begins. They look like a space and are none, so they are told before anything else.
#include <string_view>
#include <vector>

#include "server/scenario/reading/layout.hpp"

namespace casustafel::scenario {

// At most one slip for tabs and one for other spaces, at the first line of each, with the number of
// lines that have the same.
std::vector<Slip> odd_spaces_in(std::string_view text);

}  // namespace casustafel::scenario
