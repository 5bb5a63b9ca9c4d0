#pragma once
// Knows which bytes are valid UTF-8, and which characters have no business in a case because they
// steer a terminal or turn the reading direction.
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/diagnostic.hpp"

namespace casustafel::scenario {

// Says whether this character may stand in a text. New lines may; tabs and other control characters
// may not.
bool may_be_shown(char32_t character);

// The name of a character that cannot be shown: U+00A0.
std::string code_point(char32_t character);

// Reports the first bytes that are no UTF-8 and on how many lines there are more, and each line
// with characters that may not be there. A tab in the layout of the file is left to its readers. Of
// a file in another encoding altogether it says only that.
void check_encoding(std::string_view text, const std::string& file,
                    std::vector<Diagnostic>& diagnostics);

}  // namespace casustafel::scenario
