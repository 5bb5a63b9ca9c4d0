#pragma once
// What the tables look like in PostgreSQL, and how they came to be so: a list of steps, each of
// which brings one format to the next. `casustafel store migrate` takes them; a server only looks
// whether they were taken.
#include <cstdint>
#include <optional>
#include <string>

#include "server/store/open_error.hpp"
#include "server/store/postgres.hpp"
#include "server/store/postgres_store.hpp"

namespace casustafel::store {

// The SQLSTATEs that `casustafel.fence` raises.
constexpr const char* writer_is_fenced = "CT001";
constexpr const char* session_is_fenced = "CT002";

// The format this program knows, and the statements that lead from a format to the next.
std::int64_t newest_postgres_format();
const char* postgres_step(std::int64_t from);

// The format of what stands there; 0 when there is nothing of ours.
std::variant<std::int64_t, OpenError> postgres_format(Connection&, const std::string& where);

// Nothing when the tables are as this program knows them.
std::optional<OpenError> look_at_format(Connection&, const std::string& where);

}  // namespace casustafel::store
