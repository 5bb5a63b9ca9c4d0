#pragma once
// Reading the tables of the log, and judging whether what stands there is all that was written: the
// chain of checks within a session, the seal that says where it ends, and the head outside the
// database. What is missing or changed is named, and what stands is given. It reads format 1 too,
// which has nothing to check by. It never writes.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/store/heads.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

// One value's row: where its bytes stand, how many there are with what stands before them, and the
// revision that is written there.
struct ValuePlace {
    std::int64_t place = 0;
    std::size_t size = 0;
    std::uint64_t revision = 0;
};

class LogReader {
public:
    // Both outlive the reader.
    LogReader(const SqliteHandle& connection, const Heads& heads, std::int64_t format);
    // This database is a copy that is judged by what it says itself.
    void expect_no_heads() { heads_expected_ = false; }
    // False when the tables are not what the format promises.
    bool prepare_statements();

    std::optional<Examined> examine(const std::string& session);
    std::optional<std::string> text(const std::string& hash);
    std::vector<std::string> list();
    // Nothing of it is left but its place in the list.
    bool is_erased(std::int64_t number, const std::string& session);
    std::optional<std::string> server_value(const std::string& name);
    std::vector<Damage> damage();

    // The number of a session's row; nothing when it is not in the list.
    std::optional<std::int64_t> number_of(const std::string& session);
    // A number that no session has or had, as far as is known in the database or outside.
    std::int64_t unused_number();
    // What is written about the newest commit of a session, in the database or, when it cannot be
    // read there, outside.
    std::optional<Seal> seal_of(std::int64_t number);
    // Where values stand, whether or not they can be read. Nothing when the disk says no.
    std::optional<std::map<std::string, ValuePlace>> places_of(std::int64_t number);
    // True when the log has as many records as this.
    bool ends_at(std::int64_t number, std::uint64_t length);

private:
    struct Statements {
        Statement begin, end, list, header, last_seq, records, seal, last_number, values, places,
            text;
    };
    struct Ends {  // of a log as it is read
        std::uint64_t length = 0;
        Check last{};
        std::optional<Check> at_head;  // the check at the length that the head knows
    };

    std::optional<Seal> row_seal(std::int64_t number);
    std::optional<Damage> read_records(std::int64_t number, const Head&, Examined&, Ends&);
    std::optional<Damage> read_values(std::int64_t number, const std::string& session,
                                      LoadedSession&, std::uint64_t& marks);
    std::optional<Damage> judge(std::int64_t number, const Head&, const Ends&, std::uint64_t marks);
    std::optional<Damage> examine_list(const Head&, std::vector<std::int64_t>& numbers);
    std::optional<Damage> examine_server_values(const Head&);
    bool may_be_absent(const Seal&) const;
    std::optional<DamageKind> against_head(const Seal&, const Head&,
                                           const std::optional<Check>& at_head) const;
    bool checked() const { return format_ > 1; }
    std::string disk_says() const { return sqlite3_errmsg(connection_.get()); }

    const SqliteHandle& connection_;
    const Heads& heads_;
    const std::int64_t format_;
    bool heads_expected_ = true;
    std::map<std::string, std::int64_t> numbers_;  // of sessions found so far
    Statements sql_;
};

}  // namespace casustafel::store
