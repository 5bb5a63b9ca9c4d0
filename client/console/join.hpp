#pragma once
// `casustafel join`: a participant on a terminal. Typed commands in, readable sentences out;
// complete, so that it serves a screen reader as well as a script.
#include <string>

#include "client/console/said/printer.hpp"
#include "client/console/talk.hpp"

namespace casustafel::console {

struct JoinOptions {
    ServerChoice server;
    std::string code, name, role;
    std::string reentry_code;  // instead of a first join: comes back to a seat
};

// Reads commands until end of input, `stop`, or the end of the session. Exit code: 0 done, 1
// refused at the door, 4 no server there.
int run_join(const JoinOptions&, const Printer&);

}  // namespace casustafel::console
