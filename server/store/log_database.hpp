#pragma once
// The log as tables: every statement that writes, and nothing about threads, groups or replies.
// Writes happen between `begin` and `commit`; a write that answers "the disk said no" spoils the
// transaction, which the caller then rolls back. With each commit goes the seal of every session it
// touched, and after it the head outside the database. Used from one thread at a time.
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "server/store/append_rules.hpp"
#include "server/store/heads.hpp"
#include "server/store/log_reader.hpp"
#include "server/store/open_error.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

class LogDatabase {
public:
    using Opened = std::variant<std::unique_ptr<LogDatabase>, OpenError>;
    static Opened open(const std::string& path, bool read_only);
    // Makes the heads survive a power cut.
    ~LogDatabase();

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
    bool knows(const std::string& session);
    // What is left is its place in the list of sessions, with a seal that says so.
    bool erase(const std::string& session);
    bool set_server_value(const Value& value);
    // Forgets what cannot be read of the server's values, so that they are whole again.
    bool drop_damaged_server_values();
    bool add_ballast();
    bool drop_ballast();
    // `durable` means that it is written in this transaction. A refusal leaves the transaction as
    // it was. Nothing means that the disk said no.
    std::optional<Outcome> append(const Append& append);

    // Reads what is committed; between transactions only.
    LogReader& reader() { return *reader_; }

    // After a commit, before anybody hears of it: when something was erased, the write-ahead file
    // is emptied so that it holds no copy. A reader in another process may delay that to a later
    // call.
    void forget_erased();
    // Copies the write-ahead file into the database when it is long. Nobody's reply waits for it.
    void checkpoint_when_due();
    // Copies and empties the write-ahead file as far as the disk and other readers allow.
    bool empty_write_ahead_file();
    Heads& heads() { return heads_; }

private:
    struct Statements {
        Statement begin, commit, roll_back;
        Statement insert_session, epoch, claim;
        Statement insert_record;
        Statement blank_records, drop_records, drop_places, drop_header;
        Statement add_bytes, overwrite_bytes, blank_bytes;
        Statement set_place, drop_place;
        Statement set_text;
        Statement add_ballast, drop_ballast;
    };
    // A session as of the end of the current transaction.
    struct KnownSession {
        std::int64_t number = 0;  // of its row
        Tail tail;
        Seal seal;
        std::map<std::string, ValuePlace> places;
        // Values to be written with the commit: only the last of each matters.
        std::map<std::string, std::optional<std::string>> pending;
    };

    LogDatabase(SqliteHandle connection, Heads heads, std::int64_t format);
    static Opened open_beside(Heads, const std::string& path, bool read_only);
    bool prepare_statements(bool read_only);
    bool lacks_heads();
    void count_pages();
    // Gives the session and the end of its log. nullptr with `disk_ok` means that there is no such
    // session. The server's own values are those of the session without a name.
    KnownSession* find(const std::string& session, bool& disk_ok);
    KnownSession* read_known(const std::string& session, std::int64_t number);
    bool keep_text(const std::string& text);
    void set_pending(const std::string& session, KnownSession&, const Value&);
    bool write_values(const std::string& session, KnownSession&);
    bool write_value(const std::string& session, KnownSession&, const std::string& name,
                     const std::optional<std::string>& bytes);
    bool add_value(KnownSession&, const std::string& name, const std::string& stored);
    bool write_seal(KnownSession&);
    bool write(const Statement& statement);

    SqliteHandle connection_;
    Heads heads_;
    std::unique_ptr<LogReader> reader_;
    Statements sql_;
    std::map<std::string, KnownSession> known_;  // dropped when a transaction is taken back
    std::set<std::string> touched_;              // sessions that this transaction changes
    std::set<std::string> after_failure_;        // sessions whose newest append failed
    bool erased_ = false;
    bool new_head_ = false;  // this transaction made a head that nothing outside tells of yet
    int wal_pages_ = 0;
};

}  // namespace casustafel::store
