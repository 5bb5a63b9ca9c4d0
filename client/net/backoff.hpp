#pragma once
// Says how long to wait before the next attempt: a growing list of pauses, the last one for ever,
// each made a quarter longer or shorter by chance so that a whole class does not come back in the
// same instant.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace casustafel::client_net {

class Backoff {
public:
    Backoff(std::vector<std::int64_t> pauses_ms, std::uint32_t seed)
        : pauses_ms_(std::move(pauses_ms)), random_(seed) {}

    std::int64_t next_ms() {
        const auto pause_ms = pauses_ms_[std::min(step_, pauses_ms_.size() - 1)];
        ++step_;
        const auto percent = std::uniform_int_distribution<std::int64_t>(75, 125)(random_);
        return std::min(pause_ms * percent / 100, longest_ms());
    }

    void reset() { step_ = 0; }
    std::int64_t longest_ms() const { return pauses_ms_.back(); }

private:
    std::vector<std::int64_t> pauses_ms_;  // never empty
    std::size_t step_ = 0;
    std::minstd_rand random_;
};

}  // namespace casustafel::client_net
