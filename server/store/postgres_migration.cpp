#include "server/store/postgres_migration.hpp"

#include <vector>

#include "server/store/postgres_schema.hpp"

namespace casustafel::store {
namespace {

// Two that migrate at once wait for each other by this number, which says "Csus".
constexpr const char* alone = "SELECT pg_advisory_xact_lock(1131639155)";
constexpr const char* make_place =
    "DO $$BEGIN IF to_regclass('casustafel.format') IS NULL THEN CREATE SCHEMA casustafel; "
    "CREATE TABLE casustafel.format(number bigint NOT NULL); "
    "INSERT INTO casustafel.format VALUES(0); END IF; END$$";

OpenError refused(const std::string& where, const std::string& message) {
    return {OpenProblem::no_access, postgres_without_secrets(where), message};
}

}  // namespace

std::variant<Migrated, OpenError> migrate_postgres(const std::string& where) {
    auto opened = Connection::open(where);
    if (const auto* message = std::get_if<std::string>(&opened)) return refused(where, *message);
    auto& connection = std::get<Connection>(opened);
    const auto format = postgres_format(connection, where);
    if (const auto* error = std::get_if<OpenError>(&format)) return *error;
    const std::int64_t from = std::get<std::int64_t>(format);
    const std::int64_t newest = newest_postgres_format();
    if (from > newest)
        return OpenError{OpenProblem::newer_format, postgres_without_secrets(where),
                         std::to_string(from)};
    // Taken only from the format that was seen: who waited for another finds its work done.
    std::vector<std::string> statements{alone, make_place};
    for (std::int64_t step = from; step < newest; ++step) {
        statements.push_back(
            "DO $guard$BEGIN IF (SELECT number FROM casustafel.format) = " + std::to_string(step) +
            " THEN EXECUTE $step$" + postgres_step(step) +
            "$step$; UPDATE casustafel.format SET number = " + std::to_string(step + 1) +
            "; END IF; END$guard$");
    }
    std::vector<Request> requests;
    for (const std::string& each : statements) requests.push_back({nullptr, each.c_str(), {}});
    const Reply done = connection.in_one_transaction(std::move(requests));
    if (!done.good()) return refused(where, done.message);
    return Migrated{from, newest};
}

}  // namespace casustafel::store
