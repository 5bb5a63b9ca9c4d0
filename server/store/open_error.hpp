#pragma once
// Why a data directory could not be opened, as a value the program turns into a sentence and an
// exit code. The sentence is the text "store.open.<name>" with {0} the path and {1} the detail.
#include <string>
#include <string_view>

namespace casustafel::store {

enum class OpenProblem {
    in_use,        // another server holds the directory; detail: its process id when known
    newer_format,  // a newer version of the program wrote it; detail: that format number
    not_ours,      // the database there is not one of this program
    damaged,       // it is ours but cannot be read; detail: what SQLite says
    no_access,  // a folder or file cannot be made, opened or locked; detail: what the system says
    missing,    // opened only to read, and there is nothing
    no_heads,   // the file that tells how far each log came is gone; path: that file
    exists,     // there is something already where a copy was to be put
    network,    // the folder is on a network file system; detail: which kind
    database_in_use,  // another server at that database is alive
    not_migrated,     // a database elsewhere without our tables, or with older ones; detail: format
};

struct OpenError {
    OpenProblem problem;
    std::string path;
    std::string detail;
};

std::string_view name(OpenProblem problem);

}  // namespace casustafel::store
