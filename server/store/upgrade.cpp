#include "server/store/upgrade.hpp"

#include <vector>

#include "server/store/schema.hpp"

namespace casustafel::store {
namespace {

constexpr const char* set_aside = R"(
    ALTER TABLE records RENAME TO old_records;
    ALTER TABLE value_places RENAME TO old_value_places;
    ALTER TABLE value_bytes RENAME TO old_value_bytes;
)";
constexpr const char* drop_old = R"(
    DROP TABLE old_records;
    DROP TABLE old_value_places;
    DROP TABLE old_value_bytes;
)";
constexpr std::uint64_t first_revision = 1;

class Upgrade {
public:
    Upgrade(const SqliteHandle& connection, Heads& heads)
        : connection_(connection), heads_(heads) {}

    bool run_all() {
        if (!whole() || !run(connection_, set_aside) || !run(connection_, create_checked_tables))
            return false;
        Seal list{.revision = first_revision};
        const Statement sessions =
            prepare(connection_, "SELECT number, id, header FROM sessions ORDER BY number");
        Execution row(sessions);
        while (row.next()) {
            const std::int64_t number = row.number_at(0);
            const std::string id = row.bytes_at(1);
            Seal seal{.revision = first_revision, .last = first_check(id, row.bytes_at(2))};
            if (!copy_records(number, seal) || !copy_values(number, id, seal) ||
                !keep(number, seal))
                return false;
            list.last = next_check(list.last, static_cast<std::uint64_t>(number), id);
            ++list.length;
        }
        return !row.failed() && copy_values(0, {}, list) && keep(0, list) &&
               run(connection_, drop_old) && set_format(connection_) && heads_.sync();
    }
    // Something outside the database says that there was more.
    bool outrun() const { return outrun_; }

private:
    bool whole() {
        const Statement check = prepare(connection_, "PRAGMA quick_check(1)");
        Execution row(check);
        return row.next() && row.bytes_at(0) == "ok";
    }

    // A hole stays a hole: what comes after it is not chained to what comes before.
    bool copy_records(std::int64_t session, Seal& seal) {
        const Statement read = prepare(
            connection_, "SELECT seq, bytes FROM old_records WHERE session = ? ORDER BY seq");
        const Statement write = prepare(connection_, "INSERT INTO records VALUES(?, ?, ?, ?)");
        Execution row(read);
        row.number(session);
        while (row.next()) {
            const std::int64_t seq = row.number_at(0);
            const std::string bytes = row.bytes_at(1);
            seal.length = static_cast<std::uint64_t>(seq);
            seal.last = next_check(seal.last, seal.length, bytes);
            Execution insert(write);
            insert.number(session).number(seq).bytes(bytes).bytes(bytes_of(seal.last));
            if (!insert.finish()) return false;
        }
        return !row.failed();
    }

    bool copy_values(std::int64_t session, const std::string& id, Seal& seal) {
        const Statement read =
            prepare(connection_,
                    "SELECT name, bytes FROM old_value_places JOIN old_value_bytes USING(place) "
                    "WHERE session = ? ORDER BY name");
        Execution row(read);
        row.number(session);
        while (row.next()) {
            const std::string name = row.bytes_at(0);
            const std::string stored = encode_value(id, name, first_revision, row.bytes_at(1));
            seal.values ^= value_mark(id, name, first_revision);
            if (!add_value(session, name, stored)) return false;
        }
        return !row.failed();
    }

    bool add_value(std::int64_t session, const std::string& name, const std::string& stored) {
        const Statement bytes = prepare(connection_, "INSERT INTO value_bytes(bytes) VALUES(?)");
        const Statement place = prepare(connection_, "INSERT INTO value_places VALUES(?, ?, ?)");
        if (!Execution(bytes).bytes(stored).finish()) return false;
        const std::int64_t at = sqlite3_last_insert_rowid(connection_.get());
        return Execution(place).number(session).text(name).number(at).finish();
    }

    bool keep(std::int64_t session, const Seal& seal) {
        const auto number = static_cast<std::uint64_t>(session);
        const Head before = heads_.head(number);
        outrun_ = outrun_ || (before.state == Head::State::known && before.seal != seal);
        if (outrun_ || !heads_.make_room(number) ||
            !add_value(session, seal_name, encode_seal(number, seal)))
            return false;
        heads_.write(number, seal);
        return true;
    }

    const SqliteHandle& connection_;
    Heads& heads_;
    bool outrun_ = false;
};

}  // namespace

std::optional<OpenError> upgrade_tables(const SqliteHandle& connection, const std::string& path,
                                        Heads& heads) {
    Upgrade upgrade(connection, heads);
    if (upgrade.run_all()) return std::nullopt;
    if (upgrade.outrun()) return OpenError{OpenProblem::damaged, path, "casustafel.heads"};
    OpenError error = last_error(connection, path);
    // Nothing went wrong but the look at the pages.
    if (sqlite3_errcode(connection.get()) == SQLITE_DONE ||
        sqlite3_errcode(connection.get()) == SQLITE_OK ||
        sqlite3_errcode(connection.get()) == SQLITE_ROW)
        error = {OpenProblem::damaged, path, "quick_check"};
    return error;
}

}  // namespace casustafel::store
