#include "server/store/sqlite_database.hpp"

#include <set>
#include <thread>

#include "server/store/limits.hpp"

namespace casustafel::store {

SqliteDatabase::SqliteDatabase(std::unique_ptr<LogDatabase> tables, OpenFile lock,
                               std::shared_ptr<Faults> faults)
    : lock_(std::move(lock)), faults_(std::move(faults)), tables_(std::move(tables)) {}

// True means that what `write` wrote is on the disk, false that nothing of it is there.
bool SqliteDatabase::in_one_commit(const std::function<bool()>& write) {
    bool good = tables_->begin() && write();
    if (faults_ && good) {
        faults_->before_commit();
        good = !faults_->fail_this_commit();
    }
    good = good && tables_->commit();
    if (!good) {
        tables_->roll_back();
        return false;
    }
    if (faults_) {
        std::this_thread::sleep_for(std::chrono::milliseconds(faults_->extra_sync_ms()));
        faults_->after_commit_before_reply();
    }
    tables_->forget_erased();
    return true;
}

std::vector<Outcome> SqliteDatabase::commit(const std::vector<const Append*>& group) {
    std::vector<Outcome> outcomes;
    const bool durable = in_one_commit([&] {
        for (const Append* append : group) {
            const auto outcome = tables_->append(*append);
            if (!outcome) return false;
            outcomes.push_back(*outcome);
        }
        return true;
    });
    if (!durable) fail_what_was_written(group, outcomes);
    return outcomes;
}

// A refusal found on the way stays what it was; everything else in the group has failed.
void SqliteDatabase::fail_what_was_written(const std::vector<const Append*>& group,
                                           std::vector<Outcome>& outcomes) {
    std::set<std::string> sessions;
    outcomes.resize(group.size(), Outcome::failed);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (outcomes[i] == Outcome::lost_lease) continue;
        outcomes[i] = Outcome::failed;
        sessions.insert(group[i]->lease.session);
    }
    tables_->expect_followers_of_failed(sessions);
}

Outcome SqliteDatabase::create(const std::string& session, const std::string& header,
                               const std::vector<std::string>& texts,
                               const std::vector<Value>& values) {
    const bool made =
        in_one_commit([&] { return tables_->create(session, header, texts, values); });
    return made ? Outcome::durable : Outcome::failed;
}

std::optional<Lease> SqliteDatabase::claim(const std::string& session) {
    std::optional<std::uint64_t> epoch;
    const bool claimed = in_one_commit([&] {
        epoch = tables_->claim(session);
        return epoch.has_value();
    });
    if (!claimed) return std::nullopt;
    return Lease{session, *epoch};
}

Outcome SqliteDatabase::erase(const std::string& session) {
    bool known = true;
    const bool erased = in_one_commit([&] {
        known = tables_->knows(session);
        return known && tables_->erase(session);
    });
    if (!known) return Outcome::lost_lease;
    return erased ? Outcome::durable : Outcome::failed;
}

std::optional<Examined> SqliteDatabase::examine(const std::string& session) {
    return tables_->reader().examine(session);
}

std::optional<std::string> SqliteDatabase::text(const std::string& hash) {
    return tables_->reader().text(hash);
}

std::vector<std::string> SqliteDatabase::list() { return tables_->reader().list(); }

std::vector<Damage> SqliteDatabase::damage() { return tables_->reader().damage(); }

Outcome SqliteDatabase::set_server_value(const Value& value) {
    const bool set = in_one_commit([&] { return tables_->set_server_value(value); });
    return set ? Outcome::durable : Outcome::failed;
}

std::optional<std::string> SqliteDatabase::server_value(const std::string& name) {
    return tables_->reader().server_value(name);
}

bool SqliteDatabase::probe() {
    // What waits in the write-ahead file may be all that stands in the way.
    tables_->empty_write_ahead_file();
    return in_one_commit([&] { return tables_->add_ballast(); }) &&
           in_one_commit([&] { return tables_->drop_ballast(); });
}

bool SqliteDatabase::drop_damaged_server_values() {
    return in_one_commit([&] { return tables_->drop_damaged_server_values(); });
}

void SqliteDatabase::between() { tables_->checkpoint_when_due(); }

std::optional<std::chrono::milliseconds> SqliteDatabase::rest_after() {
    if (!tables_->heads().unsynced()) return std::nullopt;
    return std::chrono::milliseconds(limits::heads_rest_ms);
}

void SqliteDatabase::rest() { tables_->heads().sync(); }

}  // namespace casustafel::store
