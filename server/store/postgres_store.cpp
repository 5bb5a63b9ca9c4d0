#include "server/store/postgres_store.hpp"

#include <libpq-fe.h>

#include "server/store/postgres_database.hpp"

namespace casustafel::store {

PostgresStore::Opened PostgresStore::open(const std::string& where, Executor executor,
                                          PostgresOptions options) {
    const bool wants_to_be_alone = options.alone;
    auto opened = PostgresLine::open(where, std::move(options));
    if (const auto* error = std::get_if<OpenError>(&opened)) return *error;
    auto& line = *std::get<std::unique_ptr<PostgresLine>>(opened);
    if (wants_to_be_alone && !line.wait_until_alone())
        return OpenError{OpenProblem::database_in_use, postgres_without_secrets(where), {}};
    auto database = std::make_unique<PostgresDatabase>(
        std::move(std::get<std::unique_ptr<PostgresLine>>(opened)));
    return std::unique_ptr<PostgresStore>(
        new PostgresStore(std::move(database), std::move(executor)));
}

std::string postgres_without_secrets(const std::string& where) {
    char* trouble = nullptr;
    PQconninfoOption* const options = PQconninfoParse(where.c_str(), &trouble);
    if (trouble) PQfreemem(trouble);
    if (!options) return "postgresql://";
    std::string hosts, name;
    for (const PQconninfoOption* each = options; each->keyword; ++each) {
        if (!each->val) continue;
        const std::string_view keyword = each->keyword;
        if (keyword == "host") hosts = each->val;
        if (keyword == "dbname") name = each->val;
    }
    PQconninfoFree(options);
    return "postgresql://" + hosts + "/" + name;
}

bool names_postgres(const std::string& where) {
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

}  // namespace casustafel::store
