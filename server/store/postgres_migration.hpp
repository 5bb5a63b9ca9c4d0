#pragma once
// `casustafel store migrate`: the tables in a PostgreSQL, made or brought up to date. A server only
// looks whether that was done.
#include <cstdint>
#include <string>
#include <variant>

#include "server/store/open_error.hpp"

namespace casustafel::store {

struct Migrated {
    std::int64_t from = 0, to = 0;  // formats; 0 is a database with nothing of ours
};

// Takes the steps that were not taken, in one transaction. Two that migrate at once do it once.
std::variant<Migrated, OpenError> migrate_postgres(const std::string& where);

}  // namespace casustafel::store
