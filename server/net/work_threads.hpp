#pragma once
// Two threads for what would hold up the loop: scores, and what else is a pure function over a log.
// What comes of a piece of work is posted back to the loop. It knows nothing of what is computed;
// the host keeps the number of waiting pieces small (one per session).
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::net {

class WorkThreads final : public hosting::Work {
public:
    using Executor = std::function<void(std::function<void()>)>;

    // `executor` runs things on the loop, as Server::executor gives it.
    explicit WorkThreads(Executor executor);
    ~WorkThreads() override;

    void run(std::function<Finish()> work) override;

    // Drops what waits and lets what runs come to its end; nothing runs afterwards.
    void stop();

private:
    void work(const std::stop_token& stop);

    Executor executor_;
    std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<std::function<Finish()>> waiting_;
    std::vector<std::jthread> threads_;
};

}  // namespace casustafel::net
