#pragma once
// Looking something up by typing a part of it.
#include <string_view>

#include "proto/text_rules/folding.hpp"

namespace casustafel::ui {

using text_rules::folded;

// Every word typed stands somewhere in the text; nothing typed is found in all. Accents, capitals,
// hard spaces and what is invisible make no difference.
bool found_in(std::string_view text, std::string_view typed);

}  // namespace casustafel::ui
