#pragma once
// Knows which bytes are valid UTF-8, and which characters have no business in a case because they
// steer a terminal or turn the reading direction.
#include <string_view>
#include <vector>

#include "server/scenario/reading/diagnostic.hpp"

namespace casustafel::scenario {

// Says whether this character may stand in a text. New lines may; tabs and other control characters
// may not.
bool may_be_shown(char32_t character);

// Reports each line with bytes that are no UTF-8 or characters that may not be there. A tab in the
// layout of the file is left to the reader of YAML.
void check_encoding(std::string_view text, const std::string& file,
                    std::vector<Diagnostic>& diagnostics);

}  // namespace casustafel::scenario
