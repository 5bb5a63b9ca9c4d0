#include "server/store/log_database.hpp"

#include <algorithm>

#include "server/store/limits.hpp"
#include "server/store/schema.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::store {
namespace {

// The server's own values stand under this number, where a session's values stand under the
// session's.
constexpr std::int64_t server = 0;

}  // namespace

LogDatabase::Opened LogDatabase::open(const std::string& path, bool read_only) {
    SqliteHandle connection;
    if (auto error = open_database(path, read_only, connection)) return *error;
    std::unique_ptr<LogDatabase> database(new LogDatabase(std::move(connection)));
    if (!database->prepare_statements()) {
        // The tables are not what the format number promises.
        return OpenError{OpenProblem::damaged, path, sqlite3_errmsg(database->connection_.get())};
    }
    sqlite3_wal_hook(
        database->connection_.get(),
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<LogDatabase*>(self)->wal_pages_ = pages;
            return SQLITE_OK;
        },
        database.get());
    // A crash may have come between an erasure and the emptying of the file.
    if (!read_only) database->empty_write_ahead_file();
    return database;
}

bool LogDatabase::prepare_statements() {
    bool good = true;
    const auto make = [&](Statement& statement, std::string_view sql) {
        // Nothing is prepared after the first failure, whose sentence the connection remembers.
        if (good) statement = prepare(connection_, sql);
        good = statement != nullptr;
    };
    make(sql_.begin, "BEGIN IMMEDIATE");
    make(sql_.commit, "COMMIT");
    make(sql_.roll_back, "ROLLBACK");
    make(sql_.insert_session, "INSERT INTO sessions(id, epoch, header) VALUES(?, 0, ?)");
    make(sql_.find_session, "SELECT number, epoch, header FROM sessions WHERE id = ?");
    make(sql_.claim, "UPDATE sessions SET epoch = epoch + 1 WHERE id = ? RETURNING epoch");
    make(sql_.list, "SELECT id FROM sessions ORDER BY number");
    make(sql_.insert_record, "INSERT INTO records VALUES(?, ?, ?)");
    make(sql_.last_seq, "SELECT max(seq) FROM records WHERE session = ?");
    make(sql_.records, "SELECT seq, bytes FROM records WHERE session = ? ORDER BY seq");
    make(sql_.find_value,
         "SELECT place, length(bytes), bytes FROM value_places JOIN value_bytes USING(place) "
         "WHERE session = ? AND name = ?");
    make(sql_.values,
         "SELECT name, bytes FROM value_places JOIN value_bytes USING(place) "
         "WHERE session = ? ORDER BY name");
    make(sql_.add_bytes, "INSERT INTO value_bytes(bytes) VALUES(?)");
    make(sql_.overwrite_bytes, "UPDATE value_bytes SET bytes = ? WHERE place = ?");
    make(sql_.blank_bytes,
         "UPDATE value_bytes SET bytes = zeroblob(length(bytes)) WHERE place = ?");
    make(sql_.set_place, "INSERT OR REPLACE INTO value_places VALUES(?, ?, ?)");
    make(sql_.drop_place, "DELETE FROM value_places WHERE session = ? AND name = ?");
    make(sql_.insert_text, "INSERT OR IGNORE INTO texts VALUES(?, ?)");
    make(sql_.text, "SELECT bytes FROM texts WHERE hash = ?");
    make(sql_.add_ballast, "INSERT OR REPLACE INTO ballast VALUES(1, randomblob(?))");
    make(sql_.drop_ballast, "DELETE FROM ballast");
    return good;
}

bool LogDatabase::write(const Statement& statement) { return Execution(statement).finish(); }

bool LogDatabase::begin() { return write(sql_.begin); }

bool LogDatabase::commit() { return write(sql_.commit); }

void LogDatabase::roll_back() {
    // SQLite may have rolled back by itself when the disk was full.
    if (!sqlite3_get_autocommit(connection_.get())) write(sql_.roll_back);
    known_.clear();
}

void LogDatabase::expect_followers_of_failed(const std::set<std::string>& sessions) {
    after_failure_.insert(sessions.begin(), sessions.end());
}

bool LogDatabase::create(const std::string& session, const std::string& header,
                         const std::vector<std::string>& texts, const std::vector<Value>& values) {
    for (const std::string& text : texts) {
        const std::string hash = text_hash(text);
        if (!Execution(sql_.insert_text).text(hash).bytes(text).finish()) return false;
    }
    if (!Execution(sql_.insert_session).text(session).bytes(header).finish()) return false;
    return set_values(sqlite3_last_insert_rowid(connection_.get()), values);
}

std::optional<std::uint64_t> LogDatabase::claim(const std::string& session) {
    Execution execution(sql_.claim);
    if (!execution.text(session).next()) return std::nullopt;
    const auto epoch = static_cast<std::uint64_t>(execution.number_at(0));
    if (!execution.finish()) return std::nullopt;
    known_.erase(session);
    after_failure_.erase(session);
    return epoch;
}

LogDatabase::KnownSession* LogDatabase::find(const std::string& session, bool& disk_ok) {
    const auto found = known_.find(session);
    if (found != known_.end()) return &found->second;
    Execution row(sql_.find_session);
    const bool exists = row.text(session).next();
    disk_ok = !row.failed();
    if (!exists) return nullptr;
    const std::int64_t number = row.number_at(0);
    Execution last(sql_.last_seq);
    disk_ok = last.number(number).next();
    if (!disk_ok) return nullptr;
    const Tail tail{static_cast<std::uint64_t>(row.number_at(1)),
                    static_cast<std::uint64_t>(last.number_at(0)) + 1};
    return &known_.emplace(session, KnownSession{number, tail}).first->second;
}

std::optional<Outcome> LogDatabase::append(const Append& append) {
    const std::string& session = append.lease.session;
    bool disk_ok = true;
    KnownSession* known = find(session, disk_ok);
    if (!disk_ok) return std::nullopt;
    if (!known) return Outcome::lost_lease;
    if (const auto refused = refusal(known->tail, append, after_failure_.contains(session))) {
        if (refused == Outcome::failed) after_failure_.insert(session);
        return refused;
    }
    for (const std::string& record : append.records) {
        const auto seq = static_cast<std::int64_t>(known->tail.next_seq);
        Execution insert(sql_.insert_record);
        if (!insert.number(known->number).number(seq).bytes(record).finish()) return std::nullopt;
        ++known->tail.next_seq;
    }
    if (!set_values(known->number, append.values)) return std::nullopt;
    after_failure_.erase(session);
    return Outcome::durable;
}

bool LogDatabase::set_values(std::int64_t session, const std::vector<Value>& values) {
    return std::ranges::all_of(values,
                               [&](const Value& value) { return set_value(session, value); });
}

bool LogDatabase::set_server_value(const Value& value) { return set_value(server, value); }

// Bytes are overwritten where they stand; of another length, the old ones are blanked and the new
// ones go to the end (schema.cpp says why). A blanked row stays: a few bytes for each such change.
bool LogDatabase::set_value(std::int64_t session, const Value& value) {
    Execution found(sql_.find_value);
    const bool exists = found.number(session).text(value.name).next();
    if (found.failed()) return false;
    if (!exists) return !value.bytes || add_value(session, value);
    const std::int64_t place = found.number_at(0);
    if (!value.bytes) return erase_value(session, value, place);
    if (found.number_at(1) == std::int64_t(value.bytes->size())) {
        return Execution(sql_.overwrite_bytes).bytes(*value.bytes).number(place).finish();
    }
    return Execution(sql_.blank_bytes).number(place).finish() && add_value(session, value);
}

bool LogDatabase::add_value(std::int64_t session, const Value& value) {
    if (!Execution(sql_.add_bytes).bytes(*value.bytes).finish()) return false;
    const std::int64_t place = sqlite3_last_insert_rowid(connection_.get());
    return Execution(sql_.set_place).number(session).text(value.name).number(place).finish();
}

bool LogDatabase::erase_value(std::int64_t session, const Value& value, std::int64_t place) {
    erased_ = true;
    return Execution(sql_.blank_bytes).number(place).finish() &&
           Execution(sql_.drop_place).number(session).text(value.name).finish();
}

bool LogDatabase::add_ballast() {
    return Execution(sql_.add_ballast).number(limits::probe_bytes).finish();
}

bool LogDatabase::drop_ballast() { return write(sql_.drop_ballast); }

std::optional<LoadedSession> LogDatabase::load(const std::string& session) {
    LoadedSession loaded;
    Execution row(sql_.find_session);
    if (!row.text(session).next()) return std::nullopt;
    const std::int64_t number = row.number_at(0);
    loaded.header = row.bytes_at(2);
    Execution records(sql_.records);
    records.number(number);
    while (records.next()) {
        // A hole is damage; better no session than one with a false history.
        if (records.number_at(0) != std::int64_t(loaded.records.size()) + 1) return std::nullopt;
        loaded.records.push_back(records.bytes_at(1));
    }
    Execution values(sql_.values);
    values.number(number);
    while (values.next()) loaded.values.emplace_back(values.bytes_at(0), values.bytes_at(1));
    if (records.failed() || values.failed()) return std::nullopt;
    return loaded;
}

std::optional<std::string> LogDatabase::text(const std::string& hash) {
    Execution execution(sql_.text);
    if (!execution.text(hash).next()) return std::nullopt;
    return execution.bytes_at(0);
}

std::vector<std::string> LogDatabase::list() {
    std::vector<std::string> sessions;
    Execution execution(sql_.list);
    while (execution.next()) sessions.push_back(execution.bytes_at(0));
    return sessions;
}

std::optional<std::string> LogDatabase::server_value(const std::string& name) {
    Execution execution(sql_.find_value);
    if (!execution.number(server).text(name).next()) return std::nullopt;
    return execution.bytes_at(2);
}

void LogDatabase::forget_erased() {
    if (erased_ && empty_write_ahead_file()) erased_ = false;
}

void LogDatabase::checkpoint_when_due() {
    if (wal_pages_ < limits::checkpoint_pages) return;
    sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                              nullptr);
    // Whatever came of it, the next attempt waits for the next commit.
    wal_pages_ = 0;
}

bool LogDatabase::empty_write_ahead_file() {
    sqlite3_busy_timeout(connection_.get(), limits::checkpoint_timeout_ms);
    const int code = sqlite3_wal_checkpoint_v2(connection_.get(), nullptr,
                                               SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(connection_.get(), limits::busy_timeout_ms);
    return code == SQLITE_OK;
}

}  // namespace casustafel::store
