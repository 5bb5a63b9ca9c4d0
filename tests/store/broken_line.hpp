#pragma once
// A line to the tests' PostgreSQL that breaks when a test wants it: before what was asked got
// through, halfway, after it was done and before the answer, or so that what was asked arrives long
// after whoever asked has come back by another way.
#include <atomic>
#include <list>
#include <mutex>
#include <string>
#include <thread>

namespace casustafel::store {

enum class Break { never, before, halfway, after_the_answer, arrives_late };

class BrokenLine {
public:
    // Its socket is in `folder`, that of the server in `to`.
    BrokenLine(std::string folder, std::string to);
    ~BrokenLine();
    BrokenLine(const BrokenLine&) = delete;
    BrokenLine& operator=(const BrokenLine&) = delete;

    // The next thing that is asked meets this.
    void break_next(Break how) { next_ = how; }
    // Nobody gets through, as long as this holds.
    void let_in(bool in) { open_ = in; }
    // What `arrives_late` held arrives now; waits until the server closed that line or answered.
    void let_arrive();
    int breaks() const { return breaks_; }

private:
    struct Late {
        int server;
        std::string asked;
    };
    void accept();
    void carry(int client);

    const std::string path_, to_;
    int listening_ = -1;
    std::atomic<Break> next_ = Break::never;
    std::atomic<bool> open_ = true, stopping_ = false;
    std::atomic<int> breaks_ = 0;
    std::mutex mutex_;
    std::list<std::thread> carriers_;
    std::list<Late> late_;
    std::thread accepting_;
};

}  // namespace casustafel::store
