#include "server/store/schema.hpp"

#include "server/store/limits.hpp"

namespace casustafel::store {
namespace {

// "Csus" in ASCII: tells our files from other SQLite files.
constexpr std::int64_t application_id = 0x43737573;

// `number` is the age order of sessions and the short key of their rows.
constexpr const char* create_plain_tables = R"(
    CREATE TABLE sessions(
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        epoch INTEGER NOT NULL,
        header BLOB NOT NULL);
    CREATE TABLE texts(
        hash TEXT PRIMARY KEY,
        bytes BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE ballast(place INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
)";

std::optional<std::int64_t> ask(const SqliteHandle& connection, const std::string& pragma) {
    const Statement statement = prepare(connection, "PRAGMA " + pragma);
    if (!statement) return std::nullopt;
    Execution execution(statement);
    if (!execution.next()) return std::nullopt;
    return execution.number_at(0);
}

bool empty(const SqliteHandle& connection) {
    const Statement statement = prepare(connection, "SELECT count(*) FROM sqlite_schema");
    if (!statement) return false;
    Execution execution(statement);
    return execution.next() && execution.number_at(0) == 0;
}

// FULL: a commit returns after the write-ahead file is on the disk. secure_delete: what is erased
// is overwritten, in the tables and in pages they give back.
bool set_up(const SqliteHandle& connection, bool read_only) {
    const auto set = [&](const std::string& pragma) {
        return run(connection, ("PRAGMA " + pragma).c_str());
    };
    if (!set("temp_store=MEMORY") || !set("trusted_schema=OFF") || !set("cell_size_check=ON"))
        return false;
    if (read_only) return true;
    return set("secure_delete=ON") && set("journal_mode=WAL") && set("synchronous=FULL") &&
           set("wal_autocheckpoint=0") &&
           set("journal_size_limit=" + std::to_string(limits::max_resting_wal_bytes)) &&
           ask(connection, "secure_delete") == 1 && ask(connection, "synchronous") == 2;
}

OpenProblem problem_of(int code) {
    switch (code & 0xff) {
        case SQLITE_NOTADB: return OpenProblem::not_ours;
        case SQLITE_CORRUPT: return OpenProblem::damaged;
        default: return OpenProblem::no_access;
    }
}

}  // namespace

// The server's own values have session 0, and so has the seal over the list of sessions. A seal is
// the value without a name: it changes with every commit, as the values beside it do, and so costs
// no page of its own. The bytes of values stand in a table of their own to which rows are only
// added at the end, and whose rows are only overwritten with as many bytes: then SQLite never moves
// a row to another page. Where it moves rows it may leave a copy in the old page's unused part,
// secure_delete or not, and an erased name would still be in the file (tests/store/erase_test.cpp
// finds it there).
const char* const create_checked_tables = R"(
    CREATE TABLE records(
        session INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        chain BLOB NOT NULL,
        PRIMARY KEY(session, seq)) WITHOUT ROWID;
    CREATE TABLE value_places(
        session INTEGER NOT NULL,
        name TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY(session, name)) WITHOUT ROWID;
    CREATE TABLE value_bytes(
        place INTEGER PRIMARY KEY,
        bytes BLOB NOT NULL);
)";

bool set_format(const SqliteHandle& connection) {
    const std::string numbers = "PRAGMA application_id=" + std::to_string(application_id) +
                                "; PRAGMA user_version=" + std::to_string(format_number);
    return run(connection, numbers.c_str());
}

bool make_tables(const SqliteHandle& connection) {
    return run(connection, create_plain_tables) && run(connection, create_checked_tables) &&
           set_format(connection);
}

OpenError last_error(const SqliteHandle& connection, const std::string& path) {
    return {problem_of(sqlite3_errcode(connection.get())), path, sqlite3_errmsg(connection.get())};
}

std::variant<FoundDatabase, OpenError> open_database(const std::string& path, bool read_only,
                                                     SqliteHandle& connection) {
    sqlite3* opened = nullptr;
    const int access = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(path.c_str(), &opened,
                                     access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    connection.reset(opened);
    if (code != SQLITE_OK) return last_error(connection, path);
    sqlite3_busy_timeout(opened, limits::busy_timeout_ms);
    // Look before touching: a file that is not ours stays as it is.
    const auto format = ask(connection, "user_version");
    const auto program = ask(connection, "application_id");
    if (!format || !program) return last_error(connection, path);
    if (*program == application_id && *format > format_number) {
        return OpenError{OpenProblem::newer_format, path, std::to_string(*format)};
    }
    const bool is_new = *program == 0 && *format == 0 && empty(connection);
    if (is_new && read_only) return OpenError{OpenProblem::missing, path, {}};
    if (!is_new && *program != application_id) return OpenError{OpenProblem::not_ours, path, {}};
    if (!is_new && *format < oldest_format_number)
        return OpenError{OpenProblem::damaged, path, "user_version"};
    if (!set_up(connection, read_only)) return last_error(connection, path);
    return FoundDatabase{is_new, *format};
}

}  // namespace casustafel::store
