#pragma once
// Inside loading only: what a case takes from the libraries. A library holds lists of things as they
// would stand in a case; `uses` names those that the case takes, and what the case itself says under
// the same id replaces that part of it. All of it happens to the trees, before anything is read, so
// that a new kind of thing needs nothing here and a diagnostic stands where the author wrote.
//
// The libraries that a case takes from travel behind its rules pack, each behind a line that names
// it: so a log holds all that it was played with.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/findings.hpp"
#include "server/scenario/reading/node.hpp"

namespace casustafel::scenario {

struct LibraryText {
    std::string name;  // libraries/prompts.yaml
    std::string text;
};

// A rules pack and what travels behind it.
struct RulesAndLibraries {
    std::string rules;
    std::vector<LibraryText> libraries;
};

RulesAndLibraries apart(std::string_view text);
std::string together(const RulesAndLibraries&);

// Those of the folder from which this case takes something, in the order of their names.
std::vector<LibraryText> libraries_for(const std::string& scenario_text,
                                       const std::filesystem::path& scenarios_dir);

// Puts what the case takes where it would stand. What it takes and no library has is reported, and
// so is a library that cannot be read.
void merge_libraries(Node& of_case, const std::vector<LibraryText>&, Findings&,
                     std::vector<Diagnostic>& found);

// The key `probes` of older cases is `prompts`, with what it meant.
void modernise(Node& of_case);

}  // namespace casustafel::scenario
