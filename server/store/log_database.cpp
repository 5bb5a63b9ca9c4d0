#include "server/store/log_database.hpp"

#include <unistd.h>

#include <algorithm>

#include "server/store/limits.hpp"
#include "server/store/schema.hpp"
#include "server/store/text_hash.hpp"
#include "server/store/upgrade.hpp"

namespace casustafel::store {
namespace {

// The server's own values belong to the session without a name; its number is no session's.
const std::string server_itself;
constexpr std::int64_t server_number = 0;
constexpr const char* heads_name = "casustafel.heads";

OpenError damaged(const std::string& path, const std::string& what) {
    return {OpenProblem::damaged, path, what};
}

// Whether a database that could not be opened, or is empty, once held something of ours.
bool was_in_use(const Heads& heads) { return !heads.known().empty(); }

// The server goes on although its list or its values fell short; what it writes then must not make
// that look whole.
Seal furthest(const Seal& inside, const Seal& outside) {
    Seal seal = outside;
    if (inside.length > outside.length) seal.length = inside.length, seal.last = inside.last;
    return seal;
}

// Makes or upgrades the tables, in one transaction.
std::optional<OpenError> bring_up_to_date(const SqliteHandle& connection, const std::string& path,
                                          const FoundDatabase& found, Heads& heads) {
    if (!found.is_new && found.format == format_number) return std::nullopt;
    if (!run(connection, "BEGIN IMMEDIATE")) return last_error(connection, path);
    if (found.is_new) {
        if (!make_tables(connection)) return last_error(connection, path);
    } else if (auto error = upgrade_tables(connection, path, heads)) {
        return error;
    }
    if (!run(connection, "COMMIT")) return last_error(connection, path);
    return std::nullopt;
}

}  // namespace

LogDatabase::Opened LogDatabase::open(const std::string& path, bool read_only) {
    auto with_heads = Heads::open(heads_path(path), read_only);
    if (auto* error = std::get_if<OpenError>(&with_heads)) return *error;
    Heads heads = std::move(std::get<Heads>(with_heads));
    const bool made = heads.made();
    auto opened = open_beside(std::move(heads), path, read_only);
    // An empty file would look as though the heads had been there and told of nothing.
    if (made && std::holds_alternative<OpenError>(opened)) ::unlink(heads_path(path).c_str());
    return opened;
}

LogDatabase::Opened LogDatabase::open_beside(Heads heads, const std::string& path, bool read_only) {
    SqliteHandle connection;
    const auto opened = open_database(path, read_only, connection);
    if (const auto* error = std::get_if<OpenError>(&opened)) {
        const bool faceless =
            error->problem == OpenProblem::not_ours || error->problem == OpenProblem::missing;
        return faceless && was_in_use(heads) ? damaged(path, heads_name) : *error;
    }
    const auto& found = std::get<FoundDatabase>(opened);
    if (found.is_new && was_in_use(heads)) return damaged(path, heads_name);
    if (!read_only)
        if (auto error = bring_up_to_date(connection, path, found, heads)) return *error;
    const std::int64_t format = read_only ? found.format : format_number;
    std::unique_ptr<LogDatabase> database(
        new LogDatabase(std::move(connection), std::move(heads), format));
    if (!database->prepare_statements(read_only)) {
        // The tables are not what the format number promises.
        return damaged(path, sqlite3_errmsg(database->connection_.get()));
    }
    if (!read_only && database->lacks_heads())
        return OpenError{OpenProblem::no_heads, heads_path(path), {}};
    database->count_pages();
    // A crash may have come between an erasure and the emptying of the file.
    if (!read_only) database->empty_write_ahead_file();
    return database;
}

// A database that somebody was told of, and nothing outside it that tells of it. The very first
// commit may have been the last thing that happened.
bool LogDatabase::lacks_heads() {
    const auto seal = reader_->seal_of(server_number);
    return seal && !was_in_use(heads_) && (heads_.made() || seal->revision > 1);
}

void LogDatabase::count_pages() {
    sqlite3_wal_hook(
        connection_.get(),
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<LogDatabase*>(self)->wal_pages_ = pages;
            return SQLITE_OK;
        },
        this);
}

LogDatabase::LogDatabase(SqliteHandle connection, Heads heads, std::int64_t format)
    : connection_(std::move(connection)),
      heads_(std::move(heads)),
      reader_(std::make_unique<LogReader>(connection_, heads_, format)) {}

LogDatabase::~LogDatabase() { heads_.sync(); }

bool LogDatabase::prepare_statements(bool read_only) {
    bool good = reader_->prepare_statements();
    if (read_only) return good;
    const auto make = [&](Statement& statement, std::string_view sql) {
        // Nothing is prepared after the first failure, whose sentence the connection remembers.
        if (good) statement = prepare(connection_, sql);
        good = statement != nullptr;
    };
    make(sql_.begin, "BEGIN IMMEDIATE");
    make(sql_.commit, "COMMIT");
    make(sql_.roll_back, "ROLLBACK");
    make(sql_.insert_session, "INSERT INTO sessions(number, id, epoch, header) VALUES(?, ?, 0, ?)");
    make(sql_.epoch, "SELECT epoch FROM sessions WHERE number = ?");
    make(sql_.claim, "UPDATE sessions SET epoch = epoch + 1 WHERE number = ? RETURNING epoch");
    make(sql_.add_bytes, "INSERT INTO value_bytes(bytes) VALUES(?)");
    make(sql_.overwrite_bytes, "UPDATE value_bytes SET bytes = ? WHERE place = ?");
    make(sql_.blank_bytes,
         "UPDATE value_bytes SET bytes = zeroblob(length(bytes)) WHERE place = ?");
    make(sql_.set_place, "INSERT OR REPLACE INTO value_places VALUES(?, ?, ?)");
    make(sql_.drop_place, "DELETE FROM value_places WHERE session = ? AND name = ?");
    make(sql_.set_text, "INSERT OR REPLACE INTO texts VALUES(?, ?)");
    make(sql_.add_ballast, "INSERT OR REPLACE INTO ballast VALUES(1, randomblob(?))");
    make(sql_.drop_ballast, "DELETE FROM ballast");
    make(sql_.blank_records,
         "UPDATE records SET bytes = zeroblob(length(bytes)) WHERE session = ?");
    make(sql_.drop_records, "DELETE FROM records WHERE session = ?");
    make(sql_.drop_places, "DELETE FROM value_places WHERE session = ? AND name <> ''");
    make(sql_.drop_header, "UPDATE sessions SET header = x'', epoch = epoch + 1 WHERE number = ?");
    make(sql_.insert_record, "INSERT INTO records VALUES(?, ?, ?, ?)");
    return good;
}

bool LogDatabase::write(const Statement& statement) { return Execution(statement).finish(); }

// A database that is only read has no such statement.
bool LogDatabase::begin() { return sql_.begin && write(sql_.begin); }

bool LogDatabase::commit() {
    for (const std::string& session : touched_) {
        KnownSession& known = known_.at(session);
        ++known.seal.revision;
        if (!write_values(session, known) || !write_seal(known)) return false;
    }
    if (!write(sql_.commit)) return false;
    for (const std::string& session : touched_) {
        const KnownSession& known = known_.at(session);
        heads_.write(static_cast<std::uint64_t>(known.number), known.seal);
    }
    // One that was erased is found no more.
    if (erased_)
        for (const std::string& session : touched_)
            if (!session.empty() && reader_->is_erased(known_.at(session).number, session))
                known_.erase(session);
    touched_.clear();
    // Nobody may be told of a session that only the database knows after a power cut.
    if (new_head_) heads_.sync();
    new_head_ = false;
    return true;
}

void LogDatabase::roll_back() {
    // SQLite may have rolled back by itself when the disk was full.
    if (!sqlite3_get_autocommit(connection_.get())) write(sql_.roll_back);
    known_.clear();
    touched_.clear();
    new_head_ = false;
}

void LogDatabase::expect_followers_of_failed(const std::set<std::string>& sessions) {
    after_failure_.insert(sessions.begin(), sessions.end());
}

// A text that stands there damaged is mended by whoever brings it again.
bool LogDatabase::keep_text(const std::string& text) {
    const std::string hash = text_hash(text);
    return reader_->text(hash) || Execution(sql_.set_text).text(hash).bytes(text).finish();
}

bool LogDatabase::create(const std::string& session, const std::string& header,
                         const std::vector<std::string>& texts, const std::vector<Value>& values) {
    bool disk_ok = true;
    KnownSession* list = find(server_itself, disk_ok);
    if (!list || session.empty()) return false;
    if (!std::ranges::all_of(texts, [&](const std::string& text) { return keep_text(text); }))
        return false;
    const std::int64_t number = reader_->unused_number();
    Execution insert(sql_.insert_session);
    if (!insert.number(number).text(session).bytes(header).finish() ||
        !heads_.make_room(static_cast<std::uint64_t>(number)))
        return false;
    KnownSession& made = known_[session] = {};
    made.number = number;
    made.seal.last = first_check(session, header);
    for (const Value& value : values) set_pending(session, made, value);
    list->seal.last = next_check(list->seal.last, static_cast<std::uint64_t>(number), session);
    ++list->seal.length;
    touched_.insert({session, server_itself});
    return new_head_ = true;
}

std::optional<std::uint64_t> LogDatabase::claim(const std::string& session) {
    bool disk_ok = true;
    KnownSession* known = session.empty() ? nullptr : find(session, disk_ok);
    if (!known) return std::nullopt;
    Execution execution(sql_.claim);
    if (!execution.number(known->number).next()) return std::nullopt;
    known->tail.epoch = static_cast<std::uint64_t>(execution.number_at(0));
    if (!execution.finish()) return std::nullopt;
    after_failure_.erase(session);
    touched_.insert(session);
    return known->tail.epoch;
}

bool LogDatabase::knows(const std::string& session) {
    bool disk_ok = true;
    return !session.empty() && find(session, disk_ok) != nullptr;
}

// Bytes are blanked where they stand before their rows go (schema.cpp says why). The seal is the
// one that says that nothing was ever written here.
bool LogDatabase::erase(const std::string& session) {
    bool disk_ok = true;
    KnownSession* known = session.empty() ? nullptr : find(session, disk_ok);
    if (!known) return false;
    for (const auto& [name, place] : known->places)
        if (name != seal_name && !Execution(sql_.blank_bytes).number(place.place).finish())
            return false;
    for (const Statement* each :
         {&sql_.blank_records, &sql_.drop_records, &sql_.drop_places, &sql_.drop_header})
        if (!Execution(*each).number(known->number).finish()) return false;
    std::erase_if(known->places, [](const auto& place) { return place.first != seal_name; });
    known->pending.clear();
    known->seal.length = 0;
    known->seal.values = 0;
    known->seal.last = erased_check(session);
    touched_.insert(session);
    return erased_ = true;
}

LogDatabase::KnownSession* LogDatabase::find(const std::string& session, bool& disk_ok) {
    const auto found = known_.find(session);
    if (found != known_.end()) return &found->second;
    const auto number =
        session.empty() ? std::optional(server_number) : reader_->number_of(session);
    if (!number || (*number != server_number && reader_->is_erased(*number, session)))
        return nullptr;
    KnownSession* known = read_known(session, *number);
    disk_ok = known != nullptr;
    return known;
}

// A session that falls short of its seal or of its head is not gone on with.
LogDatabase::KnownSession* LogDatabase::read_known(const std::string& session,
                                                   std::int64_t number) {
    KnownSession known;
    known.number = number;
    auto places = reader_->places_of(number);
    if (!places) return nullptr;
    known.places = std::move(*places);
    const auto seal = reader_->seal_of(number);
    const Head head = heads_.head(static_cast<std::uint64_t>(number));
    const bool behind =
        seal && head.state == Head::State::known && head.seal.revision > seal->revision;
    if (number == server_number) {
        known.seal = behind ? furthest(*seal, head.seal) : seal.value_or(Seal{});
    } else {
        Execution row(sql_.epoch);
        if (!seal || behind || !reader_->ends_at(number, seal->length) ||
            !row.number(number).next())
            return nullptr;
        known.seal = *seal;
        known.tail = {static_cast<std::uint64_t>(row.number_at(0)), seal->length + 1};
    }
    return &known_.emplace(session, std::move(known)).first->second;
}

std::optional<Outcome> LogDatabase::append(const Append& append) {
    const std::string& session = append.lease.session;
    bool disk_ok = true;
    KnownSession* known = session.empty() ? nullptr : find(session, disk_ok);
    if (!disk_ok) return std::nullopt;
    if (!known) return Outcome::lost_lease;
    if (const auto refused = refusal(known->tail, append, after_failure_.contains(session))) {
        if (refused == Outcome::failed) after_failure_.insert(session);
        return refused;
    }
    touched_.insert(session);
    for (const std::string& record : append.records) {
        const std::uint64_t seq = known->tail.next_seq;
        const Check check = next_check(known->seal.last, seq, record);
        Execution insert(sql_.insert_record);
        insert.number(known->number).number(static_cast<std::int64_t>(seq));
        if (!insert.bytes(record).bytes(bytes_of(check)).finish()) return std::nullopt;
        known->seal.last = check;
        known->seal.length = seq;
        ++known->tail.next_seq;
    }
    for (const Value& value : append.values) set_pending(session, *known, value);
    after_failure_.erase(session);
    return Outcome::durable;
}

void LogDatabase::set_pending(const std::string& session, KnownSession& known, const Value& value) {
    known.pending[value.name] = value.bytes;
    touched_.insert(session);
}

bool LogDatabase::set_server_value(const Value& value) {
    bool disk_ok = true;
    KnownSession* known = find(server_itself, disk_ok);
    if (!known || !heads_.make_room(server_number)) return false;
    set_pending(server_itself, *known, value);
    return new_head_ = true;
}

bool LogDatabase::drop_damaged_server_values() {
    bool disk_ok = true;
    KnownSession* known = find(server_itself, disk_ok);
    if (!known) return false;
    known->seal.values = 0;
    for (auto place = known->places.begin(); place != known->places.end();) {
        const std::string& name = place->first;
        if (name == seal_name) {
            ++place;
            continue;
        }
        if (reader_->server_value(name)) {
            known->seal.values ^= value_mark(server_itself, name, place->second.revision);
            ++place;
            continue;
        }
        if (!Execution(sql_.drop_place).number(server_number).text(name).finish()) return false;
        place = known->places.erase(place);
    }
    touched_.insert(server_itself);
    return true;
}

bool LogDatabase::write_values(const std::string& session, KnownSession& known) {
    const auto written = [&](const auto& named) {
        return write_value(session, known, named.first, named.second);
    };
    if (!std::ranges::all_of(known.pending, written)) return false;
    known.pending.clear();
    return true;
}

// Bytes are overwritten where they stand; of another length, the old ones are blanked and the new
// ones go to the end (schema.cpp says why). A blanked row stays: a few bytes for each such change.
bool LogDatabase::write_value(const std::string& session, KnownSession& known,
                              const std::string& name, const std::optional<std::string>& bytes) {
    const auto found = known.places.find(name);
    const bool exists = found != known.places.end();
    if (!exists && !bytes) return true;
    if (exists) known.seal.values ^= value_mark(session, name, found->second.revision);
    std::string stored;
    if (bytes) {
        known.seal.values ^= value_mark(session, name, known.seal.revision);
        stored = encode_value(session, name, known.seal.revision, *bytes);
        if (exists && found->second.size == stored.size()) {
            found->second.revision = known.seal.revision;
            return Execution(sql_.overwrite_bytes)
                .bytes(stored)
                .number(found->second.place)
                .finish();
        }
    }
    if (exists && !Execution(sql_.blank_bytes).number(found->second.place).finish()) return false;
    if (bytes) return add_value(known, name, stored);
    erased_ = true;
    known.places.erase(found);
    return Execution(sql_.drop_place).number(known.number).text(name).finish();
}

bool LogDatabase::add_value(KnownSession& known, const std::string& name,
                            const std::string& stored) {
    if (!Execution(sql_.add_bytes).bytes(stored).finish()) return false;
    const std::int64_t place = sqlite3_last_insert_rowid(connection_.get());
    known.places[name] = {place, stored.size(), known.seal.revision};
    return Execution(sql_.set_place).number(known.number).text(name).number(place).finish();
}

bool LogDatabase::write_seal(KnownSession& known) {
    const std::string bytes = encode_seal(static_cast<std::uint64_t>(known.number), known.seal);
    const auto found = known.places.find(seal_name);
    if (found == known.places.end()) return add_value(known, seal_name, bytes);
    return Execution(sql_.overwrite_bytes).bytes(bytes).number(found->second.place).finish();
}

bool LogDatabase::add_ballast() {
    return Execution(sql_.add_ballast).number(limits::probe_bytes).finish();
}

bool LogDatabase::drop_ballast() { return write(sql_.drop_ballast); }

void LogDatabase::forget_erased() {
    if (erased_ && empty_write_ahead_file()) erased_ = false;
}

void LogDatabase::checkpoint_when_due() {
    if (wal_pages_ < limits::checkpoint_pages) return;
    sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                              nullptr);
    heads_.sync();
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
