#pragma once
// What is wrong with a command line, in the language that was asked for: the parser of both
// programs says it in English. It takes the kind and the words of that parser's error, and knows
// nothing else of it.
#include <string>
#include <string_view>

#include "assets/text/text.hpp"

namespace casustafel::command_line {

// The language that `--language` asks for among these words, also when the rest of them is wrong.
text::Language language_in(int count, char** words);

// Two sentences: what is wrong, and where it stands how it can be done. `kind` is the name of the
// error ("RequiredError"), `said` what the parser says of it.
std::string sentence(std::string_view kind, std::string_view said, text::Language language);

}  // namespace casustafel::command_line
