#pragma once
// The durable log on this machine's disk: SQLite with a write-ahead log and a full sync per commit.
// One thread owns the database and commits in groups; what arrives while a commit syncs goes into
// the next. When a commit fails, every append in it fails and nothing of it is read back; only a
// crash right after a failed sync may still bring it to light at the next start, as a log that goes
// on a little further than was acknowledged. The data directory is held by a lock as long as the
// store lives.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>

#include "server/store/data_directory.hpp"
#include "server/store/faults.hpp"
#include "server/store/open_error.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

class LogDatabase;

struct SqliteOptions {
    // For a report beside a running server: takes no lock, sees what is durable, writes nothing.
    bool read_only = false;
    std::shared_ptr<Faults> faults;  // tests only
};

class SqliteStore : public Store {
public:
    using Opened = std::variant<std::unique_ptr<SqliteStore>, OpenError>;

    // Opens the directory, made when it is not there; read-only also one file that is a backup.
    // `executor` is called from the store's thread,
    // so it only queues work, and it lives longer than the store.
    static Opened open(const std::string& directory, Executor executor, SqliteOptions options = {});

    // Commits and answers everything queued, then gives the directory back.
    ~SqliteStore() override;

    Outcome create(const std::string& session, const std::string& header,
                   const std::vector<std::string>& texts,
                   const std::vector<Value>& values) override;
    std::optional<Lease> claim(const std::string& session) override;
    Outcome erase(const std::string& session) override;
    void append(Append append, std::function<void(Outcome)> done) override;
    std::optional<Examined> examine(const std::string& session) override;
    std::optional<std::string> text(const std::string& hash) override;
    std::vector<std::string> list() override;
    std::vector<Damage> damage() override;
    Outcome set_server_value(const Value& value) override;
    std::optional<std::string> server_value(const std::string& name) override;
    bool probe() override;
    // Forgets those of the server's own values that are damaged, so that they can be set again.
    bool drop_damaged_server_values();

private:
    struct Job {
        std::function<void()> task;  // something somebody waits for; empty: an append
        Append append;
        std::function<void(Outcome)> done;
        std::size_t bytes = 0;
    };
    using Group = std::vector<Job>;

    SqliteStore(std::unique_ptr<LogDatabase> database, OpenFile lock, Executor executor,
                SqliteOptions options);

    void work();
    Group next_group();
    void commit_group(Group group);
    void fail_what_was_written(const Group& group, std::vector<Outcome>& outcomes);
    bool in_one_commit(const std::function<bool()>& write);
    // Runs `work` on the store's thread after what is queued, and waits for its result.
    template <class Result>
    Result wait_for(const std::function<Result()>& work);

    const SqliteOptions options_;
    const Executor executor_;
    OpenFile lock_;  // outlives the database
    std::unique_ptr<LogDatabase> database_;

    std::mutex mutex_;
    std::condition_variable arrived_, left_;
    std::deque<Job> queue_;
    std::size_t queued_bytes_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace casustafel::store
