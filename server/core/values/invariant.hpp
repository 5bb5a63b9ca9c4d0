#pragma once
// The assertion of the house for errors that are ours: it stays on in release. The process ends,
// and recovery is the log.
#include <cstdio>
#include <cstdlib>

namespace casustafel::core {

// Ends the process when `holds` is false; `what` says what should have been true.
inline void invariant(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "casustafel: broken invariant: %s\n", what);
    std::abort();
}

}  // namespace casustafel::core
