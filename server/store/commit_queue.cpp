#include "server/store/commit_queue.hpp"

#include <cstdio>
#include <cstdlib>

#include "server/store/append_rules.hpp"
#include "server/store/limits.hpp"

namespace casustafel::store {

CommitQueue::CommitQueue(std::unique_ptr<Database> database, Executor executor)
    : executor_(std::move(executor)), database_(std::move(database)), thread_([this] { work(); }) {}

CommitQueue::~CommitQueue() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void CommitQueue::append(Append append, std::function<void(Outcome)> done) {
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

void CommitQueue::work() {
    for (Group group = next_group(); !group.empty(); group = next_group()) {
        if (group.front().task) {
            group.front().task();
        } else {
            commit_group(std::move(group));
        }
        database_->between();
    }
}

// Waits for something to do, and lets the database do what it does at rest.
void CommitQueue::wait_for_work(std::unique_lock<std::mutex>& guard) {
    const auto something = [&] { return stopping_ || !queue_.empty(); };
    while (!something()) {
        const auto rest_after = database_->rest_after();
        if (!rest_after) return arrived_.wait(guard, something);
        if (arrived_.wait_for(guard, *rest_after, something)) return;
        guard.unlock();
        database_->rest();
        guard.lock();
    }
}

// Gives one task, or the appends that wait now up to the limits of a group. An empty group means
// that the store is stopped and everything is done.
CommitQueue::Group CommitQueue::next_group() {
    Group group;
    std::size_t records = 0, bytes = 0;
    std::unique_lock guard(mutex_);
    wait_for_work(guard);
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

void CommitQueue::commit_group(Group group) {
    std::vector<const Append*> appends;
    for (const Job& job : group) appends.push_back(&job.append);
    const std::vector<Outcome> outcomes = database_->commit(appends);
    std::vector<std::pair<std::function<void(Outcome)>, Outcome>> answers;
    for (std::size_t i = 0; i < group.size(); ++i) {
        answers.emplace_back(std::move(group[i].done), outcomes[i]);
    }
    executor_([answers = std::move(answers)] {
        for (const auto& [done, outcome] : answers) done(outcome);
    });
}

void CommitQueue::run(std::function<void()> task) {
    if (std::this_thread::get_id() == thread_.get_id()) {
        std::fputs("store: a call that waits for the disk was made on the store's own thread\n",
                   stderr);
        std::abort();
    }
    Job job;
    job.task = std::move(task);
    {
        const std::lock_guard guard(mutex_);
        queue_.push_back(std::move(job));
    }
    arrived_.notify_one();
}

Outcome CommitQueue::create(const std::string& session, const std::string& header,
                            const std::vector<std::string>& texts,
                            const std::vector<Value>& values) {
    if (!within_limits(header, texts, values)) return Outcome::failed;
    return wait_for<Outcome>([&] { return database_->create(session, header, texts, values); });
}

std::optional<Lease> CommitQueue::claim(const std::string& session) {
    return wait_for<std::optional<Lease>>([&] { return database_->claim(session); });
}

Outcome CommitQueue::erase(const std::string& session) {
    return wait_for<Outcome>([&] { return database_->erase(session); });
}

std::optional<Examined> CommitQueue::examine(const std::string& session) {
    return wait_for<std::optional<Examined>>([&] { return database_->examine(session); });
}

std::vector<Damage> CommitQueue::damage() {
    return wait_for<std::vector<Damage>>([&] { return database_->damage(); });
}

std::optional<std::string> CommitQueue::text(const std::string& hash) {
    return wait_for<std::optional<std::string>>([&] { return database_->text(hash); });
}

std::vector<std::string> CommitQueue::list() {
    return wait_for<std::vector<std::string>>([&] { return database_->list(); });
}

Outcome CommitQueue::set_server_value(const Value& value) {
    if (!within_limits(value)) return Outcome::failed;
    return wait_for<Outcome>([&] { return database_->set_server_value(value); });
}

std::optional<std::string> CommitQueue::server_value(const std::string& name) {
    return wait_for<std::optional<std::string>>([&] { return database_->server_value(name); });
}

bool CommitQueue::probe() {
    return wait_for<bool>([&] { return database_->probe(); });
}

}  // namespace casustafel::store
