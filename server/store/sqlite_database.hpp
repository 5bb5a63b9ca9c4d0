#pragma once
// SQLite under the queue of commits: transactions around the tables (log_database.hpp), and the
// faults of tests at their steps. When a commit fails, every append in it fails and nothing of it
// is read back; only a crash right after a failed sync may still bring it to light at the next
// start, as a log that goes on a little further than was acknowledged.
#include <functional>
#include <memory>

#include "server/store/data_directory.hpp"
#include "server/store/database.hpp"
#include "server/store/faults.hpp"
#include "server/store/log_database.hpp"

namespace casustafel::store {

class SqliteDatabase : public Database {
public:
    SqliteDatabase(std::unique_ptr<LogDatabase> tables, OpenFile lock,
                   std::shared_ptr<Faults> faults);

    std::vector<Outcome> commit(const std::vector<const Append*>& group) override;
    Outcome create(const std::string& session, const std::string& header,
                   const std::vector<std::string>& texts,
                   const std::vector<Value>& values) override;
    std::optional<Lease> claim(const std::string& session) override;
    Outcome erase(const std::string& session) override;
    std::optional<Examined> examine(const std::string& session) override;
    std::optional<std::string> text(const std::string& hash) override;
    std::vector<std::string> list() override;
    std::vector<Damage> damage() override;
    Outcome set_server_value(const Value& value) override;
    std::optional<std::string> server_value(const std::string& name) override;
    bool probe() override;
    bool drop_damaged_server_values();

    void between() override;
    // What is known outside the database reaches the disk soon, and waits for nobody's commit.
    std::optional<std::chrono::milliseconds> rest_after() override;
    void rest() override;

private:
    bool in_one_commit(const std::function<bool()>& write);
    void fail_what_was_written(const std::vector<const Append*>& group,
                               std::vector<Outcome>& outcomes);

    OpenFile lock_;  // outlives the tables
    const std::shared_ptr<Faults> faults_;
    std::unique_ptr<LogDatabase> tables_;
};

}  // namespace casustafel::store
