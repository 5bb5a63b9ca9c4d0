#pragma once
// The score as a few lines of plain text, for a terminal.
#include <string>

#include "assets/text/text.hpp"
#include "server/score/score.hpp"

namespace casustafel::report {

// Both headings, the twelve indicators with their n, one line each, and the number of flags.
std::string summary(const score::Score&, text::Language);

}  // namespace casustafel::report
