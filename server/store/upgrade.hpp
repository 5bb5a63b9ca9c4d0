#pragma once
// Brings the tables of an older format to the present one, inside a transaction of the caller. It
// must not run on a database whose pages are damaged: from then on what stands there counts as all
// that was written.
#include <optional>
#include <string>

#include "server/store/heads.hpp"
#include "server/store/open_error.hpp"
#include "server/store/sqlite.hpp"

namespace casustafel::store {

// From format 1. The heads are on the disk when it returns; nothing when all went well.
std::optional<OpenError> upgrade_tables(const SqliteHandle& connection, const std::string& path,
                                        Heads& heads);

}  // namespace casustafel::store
