#pragma once
// What every verb of the program ends with; scripts rely on the numbers.

namespace casustafel::cli {

enum ExitCode : int {
    done = 0,
    refused = 1,           // a refusal, or diagnostics with an error
    usage = 2,             // the words of the call are wrong
    differs = 3,           // verify found a difference
    out_of_reach = 4,      // no server there
    directory_in_use = 5,  // another server holds the data directory
};

}  // namespace casustafel::cli
