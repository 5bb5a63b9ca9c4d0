#pragma once
// The tables of the log and the number of their format. Opening makes them in an empty file, and
// refuses a file of another program or of a newer format. A change of the tables raises the number
// and brings an upgrade from the old one. It must not know who reads or writes them.
#include <optional>
#include <string>

#include "server/store/open_error.hpp"
#include "server/store/sqlite.hpp"

namespace casustafel::store {

constexpr std::int64_t format_number = 1;

// Opens the database file at `path` with the settings the store's promises rest on, and its tables
// made or checked. The connection is usable only when no error comes back.
std::optional<OpenError> open_database(const std::string& path, bool read_only,
                                       SqliteHandle& connection);

}  // namespace casustafel::store
