#pragma once
// When two texts are the same to who looks for one, and when two names are the same to who sees
// them.
#include <string>
#include <string_view>

namespace casustafel::text_rules {

// For searching: small letters without accents, every space plain, nothing invisible, so that
// "cliënt", "CLIENT" and "cli\u00ADënt" are the same. Bytes that are no UTF-8 stay as they are.
std::string folded(std::string_view text);

// For telling people apart: folded, spaces at the ends and double ones gone, and letters that look
// alike the same, whatever script they are of: Latin o, Cyrillic о, Greek ο and a zero.
std::string look_of(std::string_view name);

}  // namespace casustafel::text_rules
