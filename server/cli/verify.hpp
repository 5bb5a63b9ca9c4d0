#pragma once
// `casustafel verify`: is everything in a data directory what was written? Every session's checks
// are held against what is known of it outside the database, its log is decided again, and a line
// says of each what was found. It also works beside a server that runs.
#include <string>

#include "client/console/said/printer.hpp"
#include "server/cli/stored_session.hpp"

namespace casustafel::cli {

enum class Tell { everything, damage };  // `damage`: nothing of what is whole

// Says whether this session is whole and decides as it did; false when it is not.
bool verified(const StoredSession&, const console::Printer&, Tell = Tell::everything);

// All of a directory, or of a backup. Exit code `differs` when anything in it is not what was
// written, `refused` when there is nothing to read.
int verify_all(const std::string& data, const console::Printer&, Tell = Tell::everything);

}  // namespace casustafel::cli
