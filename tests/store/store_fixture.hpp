#pragma once
// What the tests of the store share: a folder of their own, a queue that stands in for the event
// loop, scripted faults, and one desk per kind of store so that the contract is tested on both
// alike.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <fstream>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

#include "server/store/memory_store.hpp"
#include "server/store/postgres_migration.hpp"
#include "server/store/postgres_store.hpp"
#include "server/store/sqlite_store.hpp"
#include "tests/support/postgres/postgres_server.hpp"

namespace casustafel::store {

class TemporaryFolder {
public:
    TemporaryFolder() : TemporaryFolder(std::filesystem::temp_directory_path()) {}
    explicit TemporaryFolder(const std::filesystem::path& parent) {
        std::string made = (parent / "casustafel-XXXXXX").string();
        if (!::mkdtemp(made.data())) std::abort();
        path_ = made;
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string path() const { return path_.string(); }
    // A folder that does not exist yet.
    std::string data() const { return (path_ / "data").string(); }

private:
    std::filesystem::path path_;
};

// Everything in all files of a folder, one after the other.
inline std::string all_bytes(const std::string& folder) {
    std::ostringstream bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (std::filesystem::file_size(entry) > 0) {
            bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        }
    }
    return bytes.str();
}

// The event loop of a test: work comes from any thread and runs where the test asks for it.
class WorkQueue {
public:
    Executor executor() {
        return [this](std::function<void()> work) {
            const std::lock_guard guard(mutex_);
            work_.push_back(std::move(work));
            arrived_.notify_all();
        };
    }

    // Runs work until `enough` says so; false when it stays away for half a minute.
    bool run_until(const std::function<bool()>& enough) {
        while (!enough()) {
            std::unique_lock guard(mutex_);
            if (!arrived_.wait_for(guard, std::chrono::seconds(30),
                                   [&] { return !work_.empty(); })) {
                return false;
            }
            const auto work = std::move(work_.front());
            work_.pop_front();
            guard.unlock();
            work();
        }
        return true;
    }

private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> work_;
};

// Counts commits, fails the ones it is told to, and can hold the store's thread just before one.
class ScriptedFaults : public Faults {
public:
    std::atomic<int> commits{0};
    std::atomic<int> failures_ahead{0};
    std::atomic<int> fail_commit_number{0};  // counted from 1 over the life of these faults

    void before_commit() override {
        std::unique_lock guard(mutex_);
        ++commits;
        changed_.notify_all();
        changed_.wait(guard, [&] { return !held_; });
    }
    bool fail_this_commit() override {
        return commits == fail_commit_number || (failures_ahead > 0 && failures_ahead-- > 0);
    }

    void hold() {
        const std::lock_guard guard(mutex_);
        held_ = true;
    }
    void release() {
        const std::lock_guard guard(mutex_);
        held_ = false;
        changed_.notify_all();
    }
    // Waits until so many commits were begun in all.
    bool wait_for_commits(int wanted) {
        std::unique_lock guard(mutex_);
        return changed_.wait_for(guard, std::chrono::seconds(30),
                                 [&] { return commits >= wanted; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool held_ = false;
};

inline std::unique_ptr<SqliteStore> open_or_die(const std::string& folder, Executor executor,
                                                SqliteOptions options = {}) {
    auto opened = SqliteStore::open(folder, std::move(executor), std::move(options));
    if (auto* error = std::get_if<OpenError>(&opened)) {
        ADD_FAILURE() << name(error->problem) << " " << error->path << ": " << error->detail;
        std::abort();
    }
    return std::move(std::get<std::unique_ptr<SqliteStore>>(opened));
}

struct SqliteDesk {
    TemporaryFolder folder;
    std::string data = folder.data();
    WorkQueue loop;
    std::shared_ptr<ScriptedFaults> faults = std::make_shared<ScriptedFaults>();
    std::unique_ptr<SqliteStore> kept;

    SqliteDesk() : kept(open()) {}
    explicit SqliteDesk(std::string elsewhere) : data(std::move(elsewhere)), kept(open()) {}

    std::unique_ptr<SqliteStore> open() {
        return open_or_die(data, loop.executor(), {.faults = faults});
    }
    Store& store() { return *kept; }
    void complete() {}
    void fail_commits(int count) { faults->failures_ahead = count; }
    void restart() {
        kept.reset();
        kept = open();
    }
};

inline std::unique_ptr<PostgresStore> open_postgres_or_die(const std::string& where,
                                                           Executor executor,
                                                           PostgresOptions options = {}) {
    auto opened = PostgresStore::open(where, std::move(executor), std::move(options));
    if (auto* error = std::get_if<OpenError>(&opened)) {
        ADD_FAILURE() << name(error->problem) << " " << error->path << ": " << error->detail;
        std::abort();
    }
    return std::move(std::get<std::unique_ptr<PostgresStore>>(opened));
}

// A database with our tables and nothing in them.
inline std::string new_postgres_database() {
    const std::string where = test::PostgresServer::shared().new_database();
    const auto migrated = migrate_postgres(where);
    if (auto* error = std::get_if<OpenError>(&migrated)) {
        ADD_FAILURE() << name(error->problem) << " " << error->path << ": " << error->detail;
        std::abort();
    }
    return where;
}

struct PostgresDesk {
    std::string where = new_postgres_database();
    WorkQueue loop;
    std::shared_ptr<ScriptedFaults> faults = std::make_shared<ScriptedFaults>();
    std::unique_ptr<PostgresStore> kept = open();

    std::unique_ptr<PostgresStore> open() {
        return open_postgres_or_die(where, loop.executor(), {.faults = faults});
    }
    Store& store() { return *kept; }
    void complete() {}
    void fail_commits(int count) { faults->failures_ahead = count; }
    void restart() {
        kept.reset();
        kept = open();
    }
};

struct MemoryDesk {
    WorkQueue loop;
    MemoryStore kept{loop.executor()};

    Store& store() { return kept; }
    void complete() { kept.complete_all(); }
    void fail_commits(int count) { kept.fail_next_commits(static_cast<std::size_t>(count)); }
    void restart() { kept.crash(); }
};

// A desk with what nearly every test says: append this, and tell me what came of it.
template <class Kind>
struct Desk : Kind {
    using Kind::Kind;

    std::vector<Outcome> outcomes;  // in the order the answers came
    std::size_t sent = 0;

    void send(const Lease& lease, std::uint64_t first_seq, std::vector<std::string> records,
              std::vector<Value> values = {}) {
        ++sent;
        this->store().append({lease, first_seq, std::move(records), std::move(values)},
                             [this](Outcome outcome) { outcomes.push_back(outcome); });
    }

    // Waits for every answer; the outcomes of all appends since the last settle.
    std::vector<Outcome> settle() {
        this->complete();
        EXPECT_TRUE(this->loop.run_until([&] { return outcomes.size() == sent; }));
        sent = 0;
        return std::exchange(outcomes, {});
    }

    Outcome append(const Lease& lease, std::uint64_t first_seq, std::vector<std::string> records,
                   std::vector<Value> values = {}) {
        send(lease, first_seq, std::move(records), std::move(values));
        return settle().front();
    }

    Lease new_session(const std::string& session) {
        EXPECT_EQ(this->store().create(session, "header", {}, {}), Outcome::durable);
        return this->store().claim(session).value();
    }
};

using Outcomes = std::vector<Outcome>;
using Records = std::vector<std::string>;
using Values = std::vector<std::pair<std::string, std::string>>;

}  // namespace casustafel::store
