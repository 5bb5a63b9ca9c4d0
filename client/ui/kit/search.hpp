#pragma once
// Looking something up by typing a part of it.
#include <string>
#include <string_view>

namespace casustafel::ui {

// For comparing: small letters without accents, so that "cliënt" and "CLIENT" are the same.
std::string folded(std::string_view text);

// Every word typed stands somewhere in the text; nothing typed is found in all.
bool found_in(std::string_view text, std::string_view typed);

}  // namespace casustafel::ui
