#pragma once
// The log as tables: every statement of the store and nothing about threads, groups or replies.
// Writes happen between `begin` and `commit`; a write that answers "the disk said no" spoils the
// transaction, which the caller then rolls back. Used from one thread at a time.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "server/store/append_rules.hpp"
#include "server/store/open_error.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

class LogDatabase {
public:
    using Opened = std::variant<std::unique_ptr<LogDatabase>, OpenError>;
    static Opened open(const std::string& path, bool read_only);

    bool begin();
    bool commit();
    void roll_back();
    // Remembers that appends of these sessions failed: what was sent behind them fails too
    // (append_rules.hpp).
    void expect_followers_of_failed(const std::set<std::string>& sessions);

    // These write inside a transaction. False or nothing means that it does not stand and must be
    // rolled back.
    bool create(const std::string& session, const std::string& header,
                const std::vector<std::string>& texts, const std::vector<Value>& values);
    std::optional<std::uint64_t> claim(const std::string& session);
    bool set_server_value(const Value& value);
    bool add_ballast();
    bool drop_ballast();
    // `durable` means that it is written in this transaction. A refusal leaves the transaction as
    // it was. Nothing means that the disk said no.
    std::optional<Outcome> append(const Append& append);

    // These read what is committed.
    std::optional<LoadedSession> load(const std::string& session);
    std::optional<std::string> text(const std::string& hash);
    std::vector<std::string> list();
    std::optional<std::string> server_value(const std::string& name);

    // After a commit, before anybody hears of it: when something was erased, the write-ahead file
    // is emptied so that it holds no copy. A reader in another process may delay that to a later
    // call.
    void forget_erased();
    // Copies the write-ahead file into the database when it is long. Nobody's reply waits for it.
    void checkpoint_when_due();
    // Copies and empties the write-ahead file as far as the disk and other readers allow.
    bool empty_write_ahead_file();

private:
    struct Statements {
        Statement begin, commit, roll_back;
        Statement insert_session, find_session, claim, list;
        Statement insert_record, last_seq, records;
        Statement find_value, values;
        Statement add_bytes, overwrite_bytes, blank_bytes;
        Statement set_place, drop_place;
        Statement insert_text, text;
        Statement add_ballast, drop_ballast;
    };
    struct KnownSession {
        std::int64_t number;  // of its row
        Tail tail;            // as of the end of the current transaction
    };

    explicit LogDatabase(SqliteHandle connection) : connection_(std::move(connection)) {}
    bool prepare_statements();
    // Gives the session's row and the end of its log. nullptr with `disk_ok` means that there is no
    // such session.
    KnownSession* find(const std::string& session, bool& disk_ok);
    bool set_values(std::int64_t session, const std::vector<Value>& values);
    bool set_value(std::int64_t session, const Value& value);
    bool add_value(std::int64_t session, const Value& value);
    bool erase_value(std::int64_t session, const Value& value, std::int64_t place);
    bool write(const Statement& statement);

    SqliteHandle connection_;
    Statements sql_;
    std::map<std::string, KnownSession> known_;  // dropped when a transaction is taken back
    std::set<std::string> after_failure_;        // sessions whose newest append failed
    bool erased_ = false;
    int wal_pages_ = 0;
};

}  // namespace casustafel::store
