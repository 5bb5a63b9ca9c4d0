#pragma once
// The log in memory, for tests, the simulator and rehearsal in process. It keeps the store's
// contract and is deterministic: in `when_told` an append waits until `complete_next` or
// `complete_all`, so a test decides what is durable when the process "crashes"; in `at_once` an
// append is durable before `append` returns, and `done` goes to the executor there and then (an
// executor that runs work in place makes `done` run inside `append`). One object is both the
// process and its disk: it outlives the host that crashed. Not for use from several threads. It
// must not know about files.
#include <cstddef>
#include <deque>
#include <map>
#include <set>

#include "server/store/append_rules.hpp"
#include "server/store/store.hpp"

namespace casustafel::store {

class MemoryStore : public Store {
public:
    enum class Completion { when_told, at_once };

    explicit MemoryStore(Executor executor, Completion completion = Completion::when_told);

    Outcome create(const std::string& session, const std::string& header,
                   const std::vector<std::string>& texts,
                   const std::vector<Value>& values) override;
    std::optional<Lease> claim(const std::string& session) override;
    Outcome erase(const std::string& session) override;
    void append(Append append, std::function<void(Outcome)> done) override;
    std::optional<Examined> examine(const std::string& session) override;
    std::optional<std::string> text(const std::string& hash) override;
    std::vector<std::string> list() override;
    Outcome set_server_value(const Value& value) override;
    std::optional<std::string> server_value(const std::string& name) override;
    bool probe() override;

    // Appends that wait for completion, of all sessions.
    std::size_t waiting() const { return waiting_.size(); }

    // Completes the oldest waiting append. `durable` writes it if the lease and the position allow;
    // `failed` writes nothing; `lost_lease` first lets somebody else claim its session. Nothing
    // waiting: nothing happens.
    void complete_next(Outcome wanted = Outcome::durable);

    // Completes everything that waits now, oldest first, as one commit: failed for all when a
    // failure was asked for with `fail_next_commits`.
    void complete_all();

    // The process dies: what waits is dropped and its `done` is never called. What is durable
    // stays.
    void crash();

    // The next `commits` commits fail: each complete_next, complete_all, append in `at_once`,
    // create, claim, set_server_value and probe is one.
    void fail_next_commits(std::size_t commits) { failures_ahead_ = commits; }

    // While full, every write fails and `probe` is false; reading goes on.
    void disk_full(bool full) { full_ = full; }

private:
    using Values = std::map<std::string, std::string>;

    struct Session {
        std::string header;
        Tail tail;
        bool after_failure = false;
        std::vector<std::string> records;
        Values values;
    };

    struct Waiting {
        Append append;
        std::function<void(Outcome)> done;
    };

    static void set(Values& values, const Value& value);
    bool commit_fails();
    void finish_oldest(bool disk_says_no);
    Outcome write(Append&& append, bool disk_says_no);

    Executor executor_;
    Completion completion_;
    std::map<std::string, Session> sessions_;
    std::vector<std::string> oldest_first_;
    Values texts_;  // by hash
    Values server_values_;
    std::deque<Waiting> waiting_;
    std::size_t failures_ahead_ = 0;
    bool full_ = false;
};

}  // namespace casustafel::store
