#include "server/store/sqlite_store.hpp"

#include <filesystem>

#include "server/store/sqlite_database.hpp"

namespace casustafel::store {

SqliteStore::Opened SqliteStore::open(const std::string& directory, Executor executor,
                                      SqliteOptions options) {
    OpenFile lock;
    std::error_code error;
    // What is read may also be a copy, a file by itself.
    const bool copy = options.read_only && std::filesystem::is_regular_file(directory, error);
    const std::string path = copy ? directory : database_path(directory);
    if (options.read_only) {
        if (!std::filesystem::exists(path, error)) return OpenError{OpenProblem::missing, path, {}};
    } else {
        auto locked = lock_directory(directory);
        if (auto* refused = std::get_if<OpenError>(&locked)) return *refused;
        lock = std::move(std::get<OpenFile>(locked));
        auto prepared = prepare_database_file(directory);
        if (auto* refused = std::get_if<OpenError>(&prepared)) return *refused;
    }
    auto opened = LogDatabase::open(path, options.read_only);
    if (auto* refused = std::get_if<OpenError>(&opened)) return *refused;
    LogDatabase& tables = *std::get<std::unique_ptr<LogDatabase>>(opened);
    if (copy && !tables.heads().exists()) tables.reader().expect_no_heads();
    if (!options.read_only) sync_directory(directory);
    auto database =
        std::make_unique<SqliteDatabase>(std::move(std::get<std::unique_ptr<LogDatabase>>(opened)),
                                         std::move(lock), std::move(options.faults));
    SqliteDatabase* const known = database.get();
    return std::unique_ptr<SqliteStore>(
        new SqliteStore(known, std::move(database), std::move(executor)));
}

SqliteStore::SqliteStore(SqliteDatabase* database, std::unique_ptr<Database> owned,
                         Executor executor)
    : CommitQueue(std::move(owned), std::move(executor)), database_(database) {}

bool SqliteStore::drop_damaged_server_values() {
    return wait_for<bool>([&] { return database_->drop_damaged_server_values(); });
}

}  // namespace casustafel::store
