#include "server/store/postgres_reader.hpp"

#include "server/store/text_hash.hpp"

namespace casustafel::store {
namespace {

constexpr std::int64_t server_number = 0;

constexpr const char* sessions_sql =
    "SELECT number, id, epoch, coalesce(holder, 0), seal, (header = '')::int::bigint, "
    "(SELECT coalesce(max(seq), 0) FROM casustafel.records r WHERE r.session = s.number) "
    "FROM casustafel.sessions s WHERE id = ANY($1)";
constexpr const char* revisions_sql =
    "SELECT s.id, v.name, substr(v.bytes, 1, 24) FROM casustafel.named_values v "
    "JOIN casustafel.sessions s ON s.number = v.session WHERE s.id = ANY($1)";
constexpr const char* session_sql =
    "SELECT number, header, seal FROM casustafel.sessions WHERE id = $1";
constexpr const char* records_sql =
    "SELECT r.seq, r.bytes, r.chain FROM casustafel.records r "
    "JOIN casustafel.sessions s ON s.number = r.session WHERE s.id = $1 ORDER BY r.seq";
constexpr const char* values_sql =
    "SELECT v.name, v.bytes FROM casustafel.named_values v "
    "JOIN casustafel.sessions s ON s.number = v.session WHERE s.id = $1 ORDER BY v.name";
constexpr const char* list_sql =
    "SELECT number, id, seal, header FROM casustafel.sessions "
    "ORDER BY number";

// An empty seal is that of a list to which nothing was ever added.
std::optional<Seal> seal_in(std::int64_t number, const std::string& stored) {
    if (number == server_number && stored.empty()) return Seal{};
    return decode_seal(static_cast<std::uint64_t>(number), stored);
}

bool says_erased(const Seal& seal, const std::string& session) {
    return seal.length == 0 && seal.values == 0 && seal.last == erased_check(session);
}

// Reads until something is not what was written.
std::optional<Damage> read_records(const Rows& rows, std::vector<std::string>& records,
                                   Check& last) {
    for (int row = 0; row < rows.count(); ++row) {
        const std::uint64_t seq = records.size() + 1;
        std::string bytes = rows.bytes_at(row, 1);
        const Check check = next_check(last, seq, bytes);
        if (static_cast<std::uint64_t>(rows.number_at(row, 0)) != seq ||
            rows.bytes_at(row, 2) != bytes_of(check))
            return Damage{DamageKind::record, records.size(), 0, {}};
        last = check;
        records.push_back(std::move(bytes));
    }
    return std::nullopt;
}

// Gives the values that stand; damage names the first that does not.
std::optional<Damage> read_values(const Rows& rows, const std::string& session,
                                  LoadedSession& loaded, std::uint64_t& marks) {
    std::optional<Damage> damage;
    for (int row = 0; row < rows.count(); ++row) {
        const std::string name = rows.bytes_at(row, 0);
        auto value = decode_value(session, name, rows.bytes_at(row, 1));
        if (!value && !damage) damage = Damage{DamageKind::value, 0, 0, name};
        if (!value) continue;
        marks ^= value_mark(session, name, value->revision);
        loaded.values.emplace_back(name, std::move(value->bytes));
    }
    return damage;
}

}  // namespace

// A database that was put behind another may have come back without what was told.
bool PostgresReader::falls_short(std::int64_t number, const Seal& seal) const {
    const auto told = told_.find(number);
    return told != told_.end() && told->second.revision > seal.revision;
}

std::optional<std::map<std::string, KnownSession>> PostgresReader::known(
    const std::vector<std::string>& ids) {
    const auto rows = line_.read(
        {{"known", sessions_sql, {texts(ids)}}, {"revisions", revisions_sql, {texts(ids)}}});
    if (!rows) return std::nullopt;
    std::map<std::string, KnownSession> all;
    const Rows& sessions = (*rows)[0];
    for (int row = 0; row < sessions.count(); ++row) {
        KnownSession known;
        known.number = sessions.number_at(row, 0);
        const std::string id = sessions.bytes_at(row, 1);
        known.holder = sessions.number_at(row, 3);
        known.stored_seal = sessions.bytes_at(row, 4);
        const auto seal = seal_in(known.number, known.stored_seal);
        if (seal && sessions.number_at(row, 5) != 0 && says_erased(*seal, id)) continue;
        known.seal = seal.value_or(Seal{});
        const auto length = static_cast<std::uint64_t>(sessions.number_at(row, 6));
        const bool whole = known.number == server_number || length == known.seal.length;
        known.damaged = !seal || !whole || falls_short(known.number, known.seal);
        known.tail = {static_cast<std::uint64_t>(sessions.number_at(row, 2)), length + 1};
        all.emplace(id, std::move(known));
    }
    const Rows& revisions = (*rows)[1];
    for (int row = 0; row < revisions.count(); ++row)
        if (const auto found = all.find(revisions.bytes_at(row, 0)); found != all.end())
            found->second.revisions[revisions.bytes_at(row, 1)] =
                revision_in(revisions.bytes_at(row, 2));
    return all;
}

// Holds what was read against what was said of it.
std::optional<Damage> PostgresReader::judge(std::int64_t number, const std::string& stored_seal,
                                            std::uint64_t length, const Check& last,
                                            std::uint64_t marks) const {
    const auto seal = seal_in(number, stored_seal);
    if (!seal) return Damage{DamageKind::seal, 0, 0, {}};
    if (length < seal->length) return Damage{DamageKind::ending, 0, seal->length, {}};
    if (length != seal->length || last != seal->last)
        return Damage{DamageKind::seal, 0, seal->length, {}};
    if (falls_short(number, *seal)) {
        const Seal& told = told_.at(number);
        const auto kind = told.length > length ? DamageKind::ending : DamageKind::values;
        return Damage{kind, 0, told.length, {}};
    }
    if (marks != seal->values) return Damage{DamageKind::values, 0, seal->length, {}};
    return std::nullopt;
}

std::optional<Examined> PostgresReader::examine(const std::string& session) {
    if (session.empty()) return std::nullopt;
    const auto rows = line_.read({{"session", session_sql, {store::text(session)}},
                                  {"records_of", records_sql, {store::text(session)}},
                                  {"values_of", values_sql, {store::text(session)}}});
    if (!rows) return Examined{{}, Damage{DamageKind::disk, 0, 0, {}}};
    if ((*rows)[0].empty()) return std::nullopt;
    const std::int64_t number = (*rows)[0].number_at(0, 0);
    const std::string stored_seal = (*rows)[0].bytes_at(0, 2);
    Examined examined;
    LoadedSession& standing = examined.standing;
    standing.header = (*rows)[0].bytes_at(0, 1);
    const auto seal = seal_in(number, stored_seal);
    if (standing.header.empty() && seal && says_erased(*seal, session)) return std::nullopt;
    Check last = first_check(session, standing.header);
    std::uint64_t marks = 0;
    const auto records = read_records((*rows)[1], standing.records, last);
    const auto values = read_values((*rows)[2], session, standing, marks);
    const auto ending = judge(number, stored_seal, standing.records.size(), last, marks);
    for (const auto& found : {records, values, ending})
        if (found && !examined.damage) examined.damage = found;
    if (examined.damage) {
        examined.damage->stands = standing.records.size();
        if (ending) examined.damage->known = ending->known;
    }
    return examined;
}

std::optional<std::string> PostgresReader::text(const std::string& hash) {
    const auto rows = line_.read(
        {{"text", "SELECT bytes FROM casustafel.texts WHERE hash = $1", {store::text(hash)}}});
    if (!rows || (*rows)[0].empty()) return std::nullopt;
    std::string found = (*rows)[0].bytes_at(0, 0);
    return text_hash(found) == hash ? std::optional(std::move(found)) : std::nullopt;
}

std::vector<std::string> PostgresReader::list() {
    const auto rows = line_.read({{"list", list_sql, {}}});
    std::vector<std::string> sessions;
    if (!rows) return sessions;
    for (int row = 1; row < (*rows)[0].count(); ++row) {
        const std::string id = (*rows)[0].bytes_at(row, 1);
        const auto seal = seal_in((*rows)[0].number_at(row, 0), (*rows)[0].bytes_at(row, 2));
        const bool erased = (*rows)[0].bytes_at(row, 3).empty() && seal && says_erased(*seal, id);
        if (!erased) sessions.push_back(id);
    }
    return sessions;
}

// The list of sessions is a log of its own: each is chained to the one before it.
std::vector<Damage> PostgresReader::damage() {
    const auto rows =
        line_.read({{"list", list_sql, {}}, {"values_of", values_sql, {store::text("")}}});
    if (!rows) return {Damage{DamageKind::disk, 0, 0, {}}};
    const Rows& list = (*rows)[0];
    std::vector<Damage> all;
    Check last{};
    std::uint64_t length = 0;
    std::string stored_seal = "none";
    for (int row = 0; row < list.count(); ++row) {
        const auto number = static_cast<std::uint64_t>(list.number_at(row, 0));
        if (number == 0) {
            stored_seal = list.bytes_at(row, 2);
            continue;
        }
        last = next_check(last, number, list.bytes_at(row, 1));
        ++length;
    }
    LoadedSession server;
    std::uint64_t marks = 0;
    const auto values = read_values((*rows)[1], {}, server, marks);
    if (values) all.push_back(*values);
    auto found = judge(server_number, stored_seal, length, last, marks);
    if (found && !(values && found->kind == DamageKind::values)) {
        const bool of_list = found->kind == DamageKind::ending || found->kind == DamageKind::seal;
        if (of_list) found = Damage{DamageKind::sessions, length, found->known, {}};
        all.push_back(*found);
    }
    return all;
}

std::optional<std::string> PostgresReader::server_value(const std::string& name) {
    const auto rows = line_.read({{"values_of", values_sql, {store::text("")}}});
    if (!rows) return std::nullopt;
    LoadedSession server;
    std::uint64_t marks = 0;
    read_values((*rows)[0], {}, server, marks);
    for (auto& [known, bytes] : server.values)
        if (known == name) return std::move(bytes);
    return std::nullopt;
}

std::optional<std::int64_t> PostgresReader::newest_number() {
    const auto rows = line_.read({{"newest", "SELECT max(number) FROM casustafel.sessions", {}}});
    if (!rows || (*rows)[0].empty()) return std::nullopt;
    return (*rows)[0].number_at(0, 0);
}

}  // namespace casustafel::store
