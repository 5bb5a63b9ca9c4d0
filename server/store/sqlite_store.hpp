#pragma once
// The durable log on this machine's disk: SQLite with a write-ahead log and a full sync per commit,
// under the queue of commits. The data directory is held by a lock as long as the store lives.
#include <memory>
#include <variant>

#include "server/store/commit_queue.hpp"
#include "server/store/faults.hpp"
#include "server/store/open_error.hpp"

namespace casustafel::store {

class SqliteDatabase;

struct SqliteOptions {
    // For a report beside a running server: takes no lock, sees what is durable, writes nothing.
    bool read_only = false;
    std::shared_ptr<Faults> faults;  // tests only
};

class SqliteStore : public CommitQueue {
public:
    using Opened = std::variant<std::unique_ptr<SqliteStore>, OpenError>;

    // Opens the directory, made when it is not there; read-only also one file that is a backup.
    static Opened open(const std::string& directory, Executor executor, SqliteOptions options = {});

    // Forgets those of the server's own values that are damaged, so that they can be set again.
    bool drop_damaged_server_values();

private:
    SqliteStore(SqliteDatabase* database, std::unique_ptr<Database> owned, Executor executor);

    SqliteDatabase* database_;  // the queue owns it
};

}  // namespace casustafel::store
