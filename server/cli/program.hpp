#pragma once
// The program `casustafel`: its verbs and their flags. Everything it does is done elsewhere.

namespace casustafel::cli {

// Reads the call and carries it out; gives the exit code (exit_codes.hpp).
int run(int count, char** words);

}  // namespace casustafel::cli
