#include "server/store/sqlite_store.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iterator>
#include <set>

#include "server/store/append_rules.hpp"
#include "server/store/limits.hpp"
#include "server/store/log_database.hpp"

namespace casustafel::store {

SqliteStore::Opened SqliteStore::open(const std::string& directory, Executor executor,
                                      SqliteOptions options) {
    OpenFile lock;
    std::error_code error;
    // What is read may also be a copy, a file by itself.
    const bool copy = options.read_only && std::filesystem::is_regular_file(directory, error);
    const std::string path = copy ? directory : database_path(directory);
    if (options.read_only) {
        if (!std::filesystem::exists(path, error)) return OpenError{OpenProblem::missing, path, {}};
    } else {
        auto locked = lock_directory(directory);
        if (auto* refused = std::get_if<OpenError>(&locked)) return *refused;
        lock = std::move(std::get<OpenFile>(locked));
        auto prepared = prepare_database_file(directory);
        if (auto* refused = std::get_if<OpenError>(&prepared)) return *refused;
    }
    auto opened = LogDatabase::open(path, options.read_only);
    if (auto* refused = std::get_if<OpenError>(&opened)) return *refused;
    LogDatabase& database = *std::get<std::unique_ptr<LogDatabase>>(opened);
    if (copy && !database.heads().exists()) database.reader().expect_no_heads();
    if (!options.read_only) sync_directory(directory);
    return std::unique_ptr<SqliteStore>(
        new SqliteStore(std::move(std::get<std::unique_ptr<LogDatabase>>(opened)), std::move(lock),
                        std::move(executor), std::move(options)));
}

SqliteStore::SqliteStore(std::unique_ptr<LogDatabase> database, OpenFile lock, Executor executor,
                         SqliteOptions options)
    : options_(std::move(options)),
      executor_(std::move(executor)),
      lock_(std::move(lock)),
      database_(std::move(database)),
      thread_([this] { work(); }) {}

SqliteStore::~SqliteStore() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void SqliteStore::append(Append append, std::function<void(Outcome)> done) {
    const std::size_t bytes = size_of(append);
    std::unique_lock guard(mutex_);
    left_.wait(guard, [&] {
        return queue_.empty() || (queue_.size() < limits::max_queued_appends &&
                                  queued_bytes_ + bytes <= limits::max_queued_bytes);
    });
    queued_bytes_ += bytes;
    queue_.push_back({{}, std::move(append), std::move(done), bytes});
    guard.unlock();
    arrived_.notify_one();
}

void SqliteStore::work() {
    for (Group group = next_group(); !group.empty(); group = next_group()) {
        if (group.front().task) {
            group.front().task();
        } else {
            commit_group(std::move(group));
        }
        database_->checkpoint_when_due();
    }
}

// Gives one task, or the appends that wait now up to the limits of a group. An empty group means
// that the store is stopped and everything is done.
SqliteStore::Group SqliteStore::next_group() {
    Group group;
    std::size_t records = 0, bytes = 0;
    std::unique_lock guard(mutex_);
    const auto something = [&] { return stopping_ || !queue_.empty(); };
    // What is known outside the database reaches the disk soon, and waits for nobody's commit.
    if (database_->heads().unsynced() &&
        !arrived_.wait_for(guard, std::chrono::milliseconds(limits::heads_rest_ms), something)) {
        guard.unlock();
        database_->heads().sync();
        guard.lock();
    }
    arrived_.wait(guard, something);
    while (!queue_.empty()) {
        Job& next = queue_.front();
        records += next.append.records.size();
        bytes += next.bytes;
        const bool full = records > limits::max_group_records || bytes > limits::max_group_bytes;
        if (!group.empty() && (full || next.task)) break;
        queued_bytes_ -= next.bytes;
        group.push_back(std::move(next));
        queue_.pop_front();
        if (group.front().task) break;
    }
    guard.unlock();
    left_.notify_all();
    return group;
}

void SqliteStore::commit_group(Group group) {
    std::vector<Outcome> outcomes;
    const bool durable = in_one_commit([&] {
        for (const Job& job : group) {
            const auto outcome = database_->append(job.append);
            if (!outcome) return false;
            outcomes.push_back(*outcome);
        }
        return true;
    });
    if (!durable) fail_what_was_written(group, outcomes);
    std::vector<std::pair<std::function<void(Outcome)>, Outcome>> answers;
    for (std::size_t i = 0; i < group.size(); ++i) {
        answers.emplace_back(std::move(group[i].done), outcomes[i]);
    }
    executor_([answers = std::move(answers)] {
        for (const auto& [done, outcome] : answers) done(outcome);
    });
}

// A refusal found on the way stays what it was; everything else in the group has failed.
void SqliteStore::fail_what_was_written(const Group& group, std::vector<Outcome>& outcomes) {
    std::set<std::string> sessions;
    outcomes.resize(group.size(), Outcome::failed);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (outcomes[i] == Outcome::lost_lease) continue;
        outcomes[i] = Outcome::failed;
        sessions.insert(group[i].append.lease.session);
    }
    database_->expect_followers_of_failed(sessions);
}

// True means that what `write` wrote is on the disk, false that nothing of it is there.
bool SqliteStore::in_one_commit(const std::function<bool()>& write) {
    Faults* faults = options_.faults.get();
    bool good = database_->begin() && write();
    if (faults && good) {
        faults->before_commit();
        good = !faults->fail_this_commit();
    }
    good = good && database_->commit();
    if (!good) {
        database_->roll_back();
        return false;
    }
    if (faults) {
        std::this_thread::sleep_for(std::chrono::milliseconds(faults->extra_sync_ms()));
        faults->after_commit_before_reply();
    }
    database_->forget_erased();
    return true;
}

template <class Result>
Result SqliteStore::wait_for(const std::function<Result()>& work) {
    if (std::this_thread::get_id() == thread_.get_id()) {
        std::fputs("store: a call that waits for the disk was made on the store's own thread\n",
                   stderr);
        std::abort();
    }
    // The promise is shared, since the store's thread may still be inside set_value when the caller
    // has the result.
    const auto promise = std::make_shared<std::promise<Result>>();
    Job job;
    job.task = [promise, &work] { promise->set_value(work()); };
    {
        const std::lock_guard guard(mutex_);
        queue_.push_back(std::move(job));
    }
    arrived_.notify_one();
    return promise->get_future().get();
}

Outcome SqliteStore::create(const std::string& session, const std::string& header,
                            const std::vector<std::string>& texts,
                            const std::vector<Value>& values) {
    if (!within_limits(header, texts, values)) return Outcome::failed;
    return wait_for<Outcome>([&] {
        const bool made =
            in_one_commit([&] { return database_->create(session, header, texts, values); });
        return made ? Outcome::durable : Outcome::failed;
    });
}

std::optional<Lease> SqliteStore::claim(const std::string& session) {
    return wait_for<std::optional<Lease>>([&]() -> std::optional<Lease> {
        std::optional<std::uint64_t> epoch;
        const bool claimed = in_one_commit([&] {
            epoch = database_->claim(session);
            return epoch.has_value();
        });
        if (!claimed) return std::nullopt;
        return Lease{session, *epoch};
    });
}

Outcome SqliteStore::erase(const std::string& session) {
    return wait_for<Outcome>([&] {
        bool known = true;
        const bool erased = in_one_commit([&] {
            known = database_->knows(session);
            return known && database_->erase(session);
        });
        if (!known) return Outcome::lost_lease;
        return erased ? Outcome::durable : Outcome::failed;
    });
}

std::optional<Examined> SqliteStore::examine(const std::string& session) {
    return wait_for<std::optional<Examined>>([&] { return database_->reader().examine(session); });
}

std::vector<Damage> SqliteStore::damage() {
    return wait_for<std::vector<Damage>>([&] { return database_->reader().damage(); });
}

std::optional<std::string> SqliteStore::text(const std::string& hash) {
    return wait_for<std::optional<std::string>>([&] { return database_->reader().text(hash); });
}

std::vector<std::string> SqliteStore::list() {
    return wait_for<std::vector<std::string>>([&] { return database_->reader().list(); });
}

Outcome SqliteStore::set_server_value(const Value& value) {
    if (!within_limits(value)) return Outcome::failed;
    return wait_for<Outcome>([&] {
        const bool set = in_one_commit([&] { return database_->set_server_value(value); });
        return set ? Outcome::durable : Outcome::failed;
    });
}

std::optional<std::string> SqliteStore::server_value(const std::string& name) {
    return wait_for<std::optional<std::string>>(
        [&] { return database_->reader().server_value(name); });
}

bool SqliteStore::probe() {
    return wait_for<bool>([&] {
        // What waits in the write-ahead file may be all that stands in the way.
        database_->empty_write_ahead_file();
        return in_one_commit([&] { return database_->add_ballast(); }) &&
               in_one_commit([&] { return database_->drop_ballast(); });
    });
}

bool SqliteStore::drop_damaged_server_values() {
    return wait_for<bool>(
        [&] { return in_one_commit([&] { return database_->drop_damaged_server_values(); }); });
}

}  // namespace casustafel::store
