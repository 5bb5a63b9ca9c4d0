#pragma once
// The tables of the log and the number of their format. Opening makes them in an empty file, and
// refuses a file of another program or of a newer format. A change of the tables raises the number
// and brings an upgrade from the old one (upgrade.hpp). It must not know who reads or writes them.
#include <optional>
#include <string>
#include <variant>

#include "server/store/open_error.hpp"
#include "server/store/sqlite.hpp"

namespace casustafel::store {

// 2: records are chained, values checked, and seals say where a log ends. 1: nothing of these.
constexpr std::int64_t format_number = 2;
constexpr std::int64_t oldest_format_number = 1;

// What the file was found to be.
struct FoundDatabase {
    bool is_new = false;      // empty: the tables are still to be made
    std::int64_t format = 0;  // of its tables
};

// Opens the database file at `path` with the settings the store's promises rest on. The connection
// is usable only when no error comes back.
std::variant<FoundDatabase, OpenError> open_database(const std::string& path, bool read_only,
                                                     SqliteHandle& connection);

// Makes the tables inside a transaction, and says that they are of this format.
bool make_tables(const SqliteHandle& connection);
bool set_format(const SqliteHandle& connection);
// The tables whose rows format 2 keeps in another way.
extern const char* const create_checked_tables;

// Why SQLite could not do the last thing it was asked.
OpenError last_error(const SqliteHandle& connection, const std::string& path);

}  // namespace casustafel::store
