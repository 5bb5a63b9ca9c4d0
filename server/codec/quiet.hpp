#pragma once
// Protocol Buffers writes a line to stderr for every frame that holds invalid UTF-8. A peer that
// sends such frames is closed as malformed; it must not also fill the operator's log.

namespace casustafel::codec {

// Stops the library's own log lines, for the whole process.
void keep_the_library_quiet();

}  // namespace casustafel::codec
