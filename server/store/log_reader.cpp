#include "server/store/log_reader.hpp"

#include <algorithm>

#include "server/store/text_hash.hpp"

namespace casustafel::store {
namespace {

// The server's own values stand under this number, where a session's values stand under the
// session's.
constexpr std::int64_t server = 0;

// What is read belongs together although another process writes meanwhile.
class Snapshot {
public:
    Snapshot(const Statement& begin, const Statement& end) : end_(end) {
        Execution(begin).finish();
    }
    ~Snapshot() { Execution(end_).finish(); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    const Statement& end_;
};

std::uint64_t unsigned_at(const Execution& row, int column) {
    return static_cast<std::uint64_t>(row.number_at(column));
}

}  // namespace

LogReader::LogReader(const SqliteHandle& connection, const Heads& heads, std::int64_t format)
    : connection_(connection), heads_(heads), format_(format) {}

// A session that nobody was told of may have no head: the server ended before it was written.
bool LogReader::may_be_absent(const Seal& seal) const {
    return !heads_expected_ || (seal.revision <= 1 && seal.length == 0);
}

// What the head says against a seal that agrees with what stands in the database.
std::optional<DamageKind> LogReader::against_head(const Seal& seal, const Head& head,
                                                  const std::optional<Check>& at_head) const {
    if (head.state == Head::State::unreadable) return DamageKind::head;
    if (head.state == Head::State::absent)
        return may_be_absent(seal) ? std::nullopt : std::optional(DamageKind::head);
    if (head.seal.length > seal.length) return DamageKind::ending;
    if (at_head != head.seal.last) return DamageKind::record;
    if (head.seal.revision > seal.revision) return DamageKind::values;
    if (head.seal.revision == seal.revision && head.seal != seal) return DamageKind::seal;
    return std::nullopt;
}

bool LogReader::prepare_statements() {
    bool good = true;
    const auto make = [&](Statement& statement, std::string_view sql) {
        // Nothing is prepared after the first failure, whose sentence the connection remembers.
        if (good) statement = prepare(connection_, sql);
        good = statement != nullptr;
    };
    make(sql_.begin, "BEGIN");
    make(sql_.end, "COMMIT");
    make(sql_.list, "SELECT number, id FROM sessions ORDER BY number");
    make(sql_.header, "SELECT header FROM sessions WHERE number = ?");
    make(sql_.last_seq, "SELECT max(seq) FROM records WHERE session = ?");
    make(sql_.records, checked() ? "SELECT seq, bytes, chain FROM records WHERE session = ? "
                                   "ORDER BY seq"
                                 : "SELECT seq, bytes FROM records WHERE session = ? ORDER BY seq");
    make(sql_.values,
         "SELECT name, bytes FROM value_places LEFT JOIN value_bytes USING(place) "
         "WHERE session = ? AND name <> '' ORDER BY name");
    make(sql_.text, "SELECT bytes FROM texts WHERE hash = ?");
    if (!checked()) return good;
    make(sql_.seal,
         "SELECT bytes FROM value_places JOIN value_bytes USING(place) "
         "WHERE session = ? AND name = ''");
    make(sql_.last_number,
         "SELECT max((SELECT ifnull(max(number), 0) FROM sessions), "
         "(SELECT ifnull(max(session), 0) FROM value_places))");
    make(sql_.places,
         "SELECT name, place, length(bytes), substr(bytes, 1, 24) FROM value_places "
         "LEFT JOIN value_bytes USING(place) WHERE session = ?");
    return good;
}

std::optional<std::int64_t> LogReader::number_of(const std::string& session) {
    // The whole list is read: the index over ids could be damaged where the list is whole.
    if (!numbers_.contains(session)) {
        Execution row(sql_.list);
        while (row.next()) numbers_.emplace(row.bytes_at(1), row.number_at(0));
    }
    const auto found = numbers_.find(session);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t LogReader::unused_number() {
    std::int64_t newest = 0;
    Execution row(sql_.last_number);
    if (row.next()) newest = row.number_at(0);
    const auto known = heads_.known();
    if (!known.empty()) newest = std::max(newest, static_cast<std::int64_t>(known.back()));
    return newest + 1;
}

std::optional<Seal> LogReader::row_seal(std::int64_t number) {
    Execution row(sql_.seal);
    if (!row.number(number).next()) return std::nullopt;
    return decode_seal(static_cast<std::uint64_t>(number), row.bytes_at(0));
}

std::optional<Seal> LogReader::seal_of(std::int64_t number) {
    if (const auto seal = row_seal(number)) return seal;
    const Head head = heads_.head(static_cast<std::uint64_t>(number));
    return head.state == Head::State::known ? std::optional(head.seal) : std::nullopt;
}

std::optional<std::map<std::string, ValuePlace>> LogReader::places_of(std::int64_t number) {
    std::map<std::string, ValuePlace> places;
    Execution row(sql_.places);
    row.number(number);
    while (row.next()) {
        const std::string front = row.bytes_at(3);
        places[row.bytes_at(0)] = {row.number_at(1), static_cast<std::size_t>(row.number_at(2)),
                                   revision_in(front)};
    }
    if (row.failed()) return std::nullopt;
    return places;
}

bool LogReader::ends_at(std::int64_t number, std::uint64_t length) {
    Execution last(sql_.last_seq);
    return last.number(number).next() && unsigned_at(last, 0) == length;
}

// Reads until something is not what was written.
std::optional<Damage> LogReader::read_records(std::int64_t number, const Head& head,
                                              Examined& examined, Ends& ends) {
    std::vector<std::string>& records = examined.standing.records;
    const auto note = [&] {
        ends.length = records.size();
        if (head.state == Head::State::known && head.seal.length == ends.length)
            ends.at_head = ends.last;
    };
    note();
    Execution row(sql_.records);
    row.number(number);
    while (row.next()) {
        const std::uint64_t seq = records.size() + 1;
        std::string bytes = row.bytes_at(1);
        const Check check = next_check(ends.last, seq, bytes);
        if (unsigned_at(row, 0) != seq || (checked() && row.bytes_at(2) != bytes_of(check)))
            return Damage{DamageKind::record, records.size(), 0, {}};
        ends.last = check;
        records.push_back(std::move(bytes));
        note();
    }
    if (row.failed()) return Damage{DamageKind::disk, records.size(), 0, disk_says()};
    return std::nullopt;
}

// Gives the values that stand; damage names the first that does not.
std::optional<Damage> LogReader::read_values(std::int64_t number, const std::string& session,
                                             LoadedSession& loaded, std::uint64_t& marks) {
    std::optional<Damage> damage;
    Execution row(sql_.values);
    row.number(number);
    while (row.next()) {
        const std::string name = row.bytes_at(0);
        std::optional<StoredValue> value = StoredValue{0, row.bytes_at(1)};
        if (checked()) value = decode_value(session, name, value->bytes);
        if (!value && !damage) damage = Damage{DamageKind::value, 0, 0, name};
        if (!value) continue;
        marks ^= value_mark(session, name, value->revision);
        loaded.values.emplace_back(name, std::move(value->bytes));
    }
    if (row.failed()) damage = Damage{DamageKind::disk, 0, 0, disk_says()};
    return damage;
}

// Holds what was read against what was said of it, inside and outside the database.
std::optional<Damage> LogReader::judge(std::int64_t number, const Head& head, const Ends& ends,
                                       std::uint64_t marks) {
    const auto seal = row_seal(number);
    if (!seal) return Damage{DamageKind::seal, 0, 0, {}};
    const std::uint64_t known =
        head.state == Head::State::known ? std::max(seal->length, head.seal.length) : seal->length;
    if (ends.length < known) return Damage{DamageKind::ending, 0, known, {}};
    if (ends.length != seal->length || ends.last != seal->last)
        return Damage{DamageKind::seal, 0, known, {}};
    if (const auto kind = against_head(*seal, head, ends.at_head))
        return Damage{*kind, 0, known, {}};
    if (marks != seal->values) return Damage{DamageKind::values, 0, known, {}};
    return std::nullopt;
}

std::optional<Examined> LogReader::examine(const std::string& session) {
    const auto number = number_of(session);
    if (!number || is_erased(*number, session)) return std::nullopt;
    // The head first: it never runs ahead of what is read after it.
    const Head head = heads_.head(static_cast<std::uint64_t>(*number));
    const Snapshot snapshot(sql_.begin, sql_.end);
    Examined examined;
    Ends ends;
    {
        Execution row(sql_.header);
        if (row.number(*number).next()) examined.standing.header = row.bytes_at(0);
        if (row.failed()) examined.damage = Damage{DamageKind::disk, 0, 0, disk_says()};
    }
    ends.last = first_check(session, examined.standing.header);
    std::uint64_t marks = 0;
    const auto records = read_records(*number, head, examined, ends);
    const auto values = read_values(*number, session, examined.standing, marks);
    const auto ending = checked() ? judge(*number, head, ends, marks) : std::nullopt;
    for (const auto& found : {records, values, ending})
        if (found && !examined.damage) examined.damage = found;
    if (examined.damage) {
        examined.damage->stands = ends.length;
        if (ending) examined.damage->known = ending->known;
    }
    return examined;
}

std::optional<std::string> LogReader::text(const std::string& hash) {
    Execution row(sql_.text);
    if (!row.text(hash).next()) return std::nullopt;
    std::string text = row.bytes_at(0);
    if (text_hash(text) != hash) return std::nullopt;
    return text;
}

// Only a seal says so: a header that was lost is damage.
bool LogReader::is_erased(std::int64_t number, const std::string& session) {
    Execution row(sql_.header);
    if (!checked() || !row.number(number).next() || !row.bytes_at(0).empty()) return false;
    const auto seal = row_seal(number);
    return seal && seal->length == 0 && seal->values == 0 && seal->last == erased_check(session);
}

std::vector<std::string> LogReader::list() {
    std::vector<std::pair<std::int64_t, std::string>> all;
    {
        Execution row(sql_.list);
        while (row.next()) all.emplace_back(row.number_at(0), row.bytes_at(1));
    }
    std::vector<std::string> sessions;
    for (const auto& [number, id] : all)
        if (!is_erased(number, id)) sessions.push_back(id);
    return sessions;
}

std::optional<std::string> LogReader::server_value(const std::string& name) {
    LoadedSession values;
    std::uint64_t marks = 0;
    read_values(server, {}, values, marks);
    const auto found =
        std::ranges::find(values.values, name, [](const auto& v) { return v.first; });
    return found == values.values.end() ? std::nullopt : std::optional(found->second);
}

// The list of sessions is a log of its own: each is chained to the one before it.
std::optional<Damage> LogReader::examine_list(const Head& head,
                                              std::vector<std::int64_t>& numbers) {
    Ends ends;
    const auto note = [&] {
        if (head.state == Head::State::known && head.seal.length == ends.length)
            ends.at_head = ends.last;
    };
    note();
    Execution row(sql_.list);
    while (row.next()) {
        numbers.push_back(row.number_at(0));
        ends.last = next_check(ends.last, unsigned_at(row, 0), row.bytes_at(1));
        ++ends.length;
        note();
    }
    if (row.failed()) return Damage{DamageKind::sessions, ends.length, 0, disk_says()};
    const auto seal = row_seal(server);
    if (!seal && ends.length == 0 && head.state == Head::State::absent) return std::nullopt;
    const std::uint64_t in_database = seal ? seal->length : 0;
    const std::uint64_t known =
        head.state == Head::State::known ? std::max(in_database, head.seal.length) : in_database;
    const bool whole = seal && ends.length == seal->length && ends.last == seal->last;
    if (!whole || ends.length < known) return Damage{DamageKind::sessions, ends.length, known, {}};
    if (head.state == Head::State::known && ends.at_head != head.seal.last)
        return Damage{DamageKind::sessions, ends.length, known, {}};
    return std::nullopt;
}

std::optional<Damage> LogReader::examine_server_values(const Head& head) {
    LoadedSession values;
    std::uint64_t marks = 0;
    if (auto damage = read_values(server, {}, values, marks)) return damage;
    const auto seal = row_seal(server);
    if (!seal && values.values.empty() && head.state == Head::State::absent) return std::nullopt;
    if (!seal) return Damage{DamageKind::seal, 0, 0, {}};
    if (marks != seal->values) return Damage{DamageKind::values, 0, 0, {}};
    // Of the list only the end is judged here, and examine_list does that.
    if (head.state == Head::State::unreadable) return Damage{DamageKind::head, 0, 0, {}};
    if (head.state == Head::State::absent && !may_be_absent(*seal))
        return Damage{DamageKind::head, 0, 0, {}};
    if (head.state == Head::State::known && head.seal.revision > seal->revision)
        return Damage{DamageKind::values, 0, 0, {}};
    return std::nullopt;
}

std::vector<Damage> LogReader::damage() {
    std::vector<Damage> found;
    if (!checked()) return found;
    const Head head = heads_.head(server);
    const std::vector<std::uint64_t> known = heads_.known();
    const Snapshot snapshot(sql_.begin, sql_.end);
    std::vector<std::int64_t> numbers;
    if (const auto list = examine_list(head, numbers)) found.push_back(*list);
    for (const std::uint64_t number : known) {
        if (number == 0) continue;
        const auto as_row = static_cast<std::int64_t>(number);
        if (std::ranges::find(numbers, as_row) == numbers.end())
            found.push_back(
                {DamageKind::lost, 0, heads_.head(number).seal.length, std::to_string(number)});
    }
    if (const auto values = examine_server_values(head)) found.push_back(*values);
    return found;
}

}  // namespace casustafel::store
