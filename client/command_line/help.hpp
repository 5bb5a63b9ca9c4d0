#pragma once
// What `--help` says, in the language that was asked for. A program names its verbs and options and
// describes none of them: the sentence of an option is the text "call.<verb>.<option>", or
// "call.any.<option>" for what several verbs have, that of a verb "call.<verb>" (without
// the dashes in its name). What the parser itself says is translated here as well.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assets/text/text.hpp"

namespace CLI {
class App;
}

namespace casustafel::command_line {

// What sentences name that only the program knows, by option: the list of its verbs.
using Named = std::map<std::string, std::vector<std::string>>;

// Describes everything in this program, which texts call `program`; gives the keys of the texts
// that are missing. Call it when all verbs and options are there, before it reads the call.
std::vector<std::string> describe(CLI::App& app, std::string_view program, text::Language,
                                  const Named& named = {});

}  // namespace casustafel::command_line
