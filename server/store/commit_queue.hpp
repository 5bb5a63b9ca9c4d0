#pragma once
// The store over any database: one thread owns the database and commits in groups; what arrives
// while a commit syncs goes into the next. It must not know what kind of database it is.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "server/store/database.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

class CommitQueue : public Store {
public:
    // Commits and answers everything queued, then gives the database back.
    ~CommitQueue() override;

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

protected:
    // `executor` is called from the queue's thread, so it only queues work, and it lives longer
    // than the queue.
    CommitQueue(std::unique_ptr<Database> database, Executor executor);

    // Runs `work` on the queue's thread after what is queued, and waits for its result.
    template <class Result>
    Result wait_for(const std::function<Result()>& work) {
        // The promise is shared, since the queue's thread may still be inside set_value when the
        // caller has the result.
        const auto promise = std::make_shared<std::promise<Result>>();
        run([promise, &work] { promise->set_value(work()); });
        return promise->get_future().get();
    }

private:
    struct Job {
        std::function<void()> task;  // something somebody waits for; empty: an append
        Append append;
        std::function<void(Outcome)> done;
        std::size_t bytes = 0;
    };
    using Group = std::vector<Job>;

    void run(std::function<void()> task);
    void work();
    void wait_for_work(std::unique_lock<std::mutex>& guard);
    Group next_group();
    void commit_group(Group group);

    const Executor executor_;
    std::unique_ptr<Database> database_;

    std::mutex mutex_;
    std::condition_variable arrived_, left_;
    std::deque<Job> queue_;
    std::size_t queued_bytes_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace casustafel::store
