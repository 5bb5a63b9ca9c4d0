#include "server/net/work_threads.hpp"

#include <utility>

#include "server/net/wire/limits.hpp"

namespace casustafel::net {

WorkThreads::WorkThreads(Executor executor) : executor_(std::move(executor)) {
    for (int count = 0; count < work_threads; ++count)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

WorkThreads::~WorkThreads() { stop(); }

void WorkThreads::run(std::function<Finish()> work) {
    {
        const std::lock_guard guard(mutex_);
        waiting_.push_back(std::move(work));
    }
    arrived_.notify_one();
}

void WorkThreads::stop() {
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();  // joins
}

void WorkThreads::work(const std::stop_token& stop) {
    while (true) {
        std::unique_lock guard(mutex_);
        if (!arrived_.wait(guard, stop, [&] { return !waiting_.empty(); })) return;
        if (stop.stop_requested()) return;
        const std::function<Finish()> next = std::move(waiting_.front());
        waiting_.pop_front();
        guard.unlock();
        executor_(next());
    }
}

}  // namespace casustafel::net
