#pragma once
// What `casustafel check FILE…` says: every problem of every case named, or that all is well. A
// file in a folder called rules is checked as a rules pack, one in libraries as a library. The caller prints; this room knows no
// terminal.
#include <filesystem>
#include <string>
#include <vector>

#include "assets/text/text.hpp"

namespace casustafel::scenario {

struct Checked {
    int exit_code = 0;  // 1 when some file has an error
    std::string text;   // what to show
};

// Checks each file; a folder stands for the cases and rules packs in it. A case finds its rules
// pack in the folder `rules` beside it. A case that no server would offer is an error too: one
// whose name does not end in .yaml, or whose id another case of its folder has.
Checked check(const std::vector<std::filesystem::path>& files, text::Language);

}  // namespace casustafel::scenario
