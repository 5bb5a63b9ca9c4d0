#include "server/store/memory_store.hpp"

#include <algorithm>
#include <iterator>

#include "server/store/text_hash.hpp"

namespace casustafel::store {

MemoryStore::MemoryStore(Executor executor, Completion completion)
    : executor_(std::move(executor)), completion_(completion) {}

void MemoryStore::set(Values& values, const Value& value) {
    if (value.bytes) {
        values[value.name] = *value.bytes;
    } else {
        values.erase(value.name);
    }
}

bool MemoryStore::commit_fails() {
    if (failures_ahead_ == 0) return full_;
    --failures_ahead_;
    return true;
}

Outcome MemoryStore::create(const std::string& session, const std::string& header,
                            const std::vector<std::string>& texts,
                            const std::vector<Value>& values) {
    if (sessions_.contains(session) || !within_limits(header, texts, values))
        return Outcome::failed;
    if (commit_fails()) return Outcome::failed;
    for (const std::string& text : texts) texts_[text_hash(text)] = text;
    Session& made = sessions_[session];
    made.header = header;
    for (const Value& value : values) set(made.values, value);
    oldest_first_.push_back(session);
    return Outcome::durable;
}

std::optional<Lease> MemoryStore::claim(const std::string& session) {
    const auto found = sessions_.find(session);
    if (found == sessions_.end() || commit_fails()) return std::nullopt;
    found->second.after_failure = false;
    return Lease{session, ++found->second.tail.epoch};
}

Outcome MemoryStore::erase(const std::string& session) {
    if (!sessions_.contains(session)) return Outcome::lost_lease;
    if (commit_fails()) return Outcome::failed;
    sessions_.erase(session);
    std::erase(oldest_first_, session);
    return Outcome::durable;
}

void MemoryStore::append(Append append, std::function<void(Outcome)> done) {
    waiting_.push_back({std::move(append), std::move(done)});
    if (completion_ == Completion::at_once) finish_oldest(commit_fails());
}

void MemoryStore::complete_next(Outcome wanted) {
    if (waiting_.empty()) return;
    if (wanted == Outcome::lost_lease) {
        const auto found = sessions_.find(waiting_.front().append.lease.session);
        if (found != sessions_.end()) ++found->second.tail.epoch;
    }
    const bool scripted = commit_fails();
    finish_oldest(scripted || wanted == Outcome::failed);
}

void MemoryStore::complete_all() {
    if (waiting_.empty()) return;
    const bool disk_says_no = commit_fails();
    // What a `done` run in place appends now belongs to the next commit.
    for (std::size_t left = waiting_.size(); left > 0 && !waiting_.empty(); --left) {
        finish_oldest(disk_says_no);
    }
}

void MemoryStore::finish_oldest(bool disk_says_no) {
    Waiting oldest = std::move(waiting_.front());
    waiting_.pop_front();
    const Outcome outcome = write(std::move(oldest.append), disk_says_no);
    executor_([done = std::move(oldest.done), outcome] { done(outcome); });
}

Outcome MemoryStore::write(Append&& append, bool disk_says_no) {
    const auto found = sessions_.find(append.lease.session);
    if (found == sessions_.end()) return Outcome::lost_lease;
    Session& session = found->second;
    const auto refused = refusal(session.tail, append, session.after_failure);
    if (refused == Outcome::lost_lease) return Outcome::lost_lease;
    if (refused || disk_says_no) {
        session.after_failure = true;
        return Outcome::failed;
    }
    session.after_failure = false;
    session.tail.next_seq += append.records.size();
    std::ranges::move(append.records, std::back_inserter(session.records));
    for (const Value& value : append.values) set(session.values, value);
    return Outcome::durable;
}

void MemoryStore::crash() { waiting_.clear(); }

std::optional<Examined> MemoryStore::examine(const std::string& session) {
    const auto found = sessions_.find(session);
    if (found == sessions_.end()) return std::nullopt;
    const Session& kept = found->second;
    return Examined{{kept.header, kept.records, {kept.values.begin(), kept.values.end()}}, {}};
}

std::optional<std::string> MemoryStore::text(const std::string& hash) {
    const auto found = texts_.find(hash);
    return found == texts_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> MemoryStore::list() { return oldest_first_; }

Outcome MemoryStore::set_server_value(const Value& value) {
    if (!within_limits(value) || commit_fails()) return Outcome::failed;
    set(server_values_, value);
    return Outcome::durable;
}

std::optional<std::string> MemoryStore::server_value(const std::string& name) {
    const auto found = server_values_.find(name);
    return found == server_values_.end() ? std::nullopt : std::optional(found->second);
}

bool MemoryStore::probe() { return !commit_fails(); }

}  // namespace casustafel::store
