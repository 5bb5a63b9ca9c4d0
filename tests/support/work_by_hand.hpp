#pragma once
// What runs beside a host, stopped half-way: once it is by hand it keeps what it is given until the
// test says so, first done and then told.
#include <deque>
#include <functional>
#include <utility>

#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::support {

class WorkByHand final : public hosting::Work {
public:
    void run(std::function<Finish()> work) override {
        if (!by_hand) return work()();
        waiting.push_back(std::move(work));
    }
    void compute() {
        finishes.push_back(waiting.front()());
        waiting.pop_front();
    }
    void finish() {
        finishes.front()();
        finishes.pop_front();
    }

    bool by_hand = false;
    std::deque<std::function<Finish()>> waiting;
    std::deque<Finish> finishes;
};

}  // namespace casustafel::support
