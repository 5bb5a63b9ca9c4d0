#pragma once
// The durable log in a PostgreSQL that an organisation has already, under the queue of commits.
#include <memory>
#include <variant>

#include "server/store/commit_queue.hpp"
#include "server/store/faults.hpp"
#include "server/store/limits.hpp"
#include "server/store/open_error.hpp"

namespace casustafel::store {

struct PostgresOptions {
    // Reads, and is no writer.
    bool read_only = false;
    // No other server that came before may be alive: `database_in_use` when one stays so.
    bool alone = false;
    // A server that does not say for so long that it lives loses its sessions to whoever asks.
    int lease_ms = limits::lease_ms;
    // How long the database may be away before what waits for it has failed.
    int patience_ms = limits::database_patience_ms;
    std::shared_ptr<Faults> faults;  // tests only
};

class PostgresStore : public CommitQueue {
public:
    using Opened = std::variant<std::unique_ptr<PostgresStore>, OpenError>;

    // `where` is what libpq takes, with several hosts if wanted. The tables must be there.
    static Opened open(const std::string& where, Executor executor, PostgresOptions options = {});

private:
    using CommitQueue::CommitQueue;
};

// Whether this names a database of PostgreSQL and no folder.
bool names_postgres(const std::string& where);

// Where a database is, for a sentence: hosts and name, and nothing secret.
std::string postgres_without_secrets(const std::string& where);

}  // namespace casustafel::store
