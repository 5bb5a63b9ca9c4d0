#pragma once
// How many messages a peer may send: `burst` at once, `per_second` in the long run. Integers only;
// the caller brings the clock.
#include <algorithm>
#include <cstdint>

namespace casustafel::hosting {

class TokenBucket {
public:
    explicit TokenBucket(std::int64_t per_second, std::int64_t burst, std::int64_t now_ms)
        : per_second_(per_second), full_(burst * 1000), thousandths_(full_), since_ms_(now_ms) {}

    // Takes one; false when the bucket is empty.
    bool take(std::int64_t now_ms) {
        const auto passed_ms = std::clamp<std::int64_t>(now_ms - since_ms_, 0, 3'600'000);
        thousandths_ = std::min(full_, thousandths_ + passed_ms * per_second_);
        since_ms_ = now_ms;
        if (thousandths_ < 1000) return false;
        thousandths_ -= 1000;
        return true;
    }

private:
    std::int64_t per_second_;
    std::int64_t full_;
    std::int64_t thousandths_;
    std::int64_t since_ms_;
};

}  // namespace casustafel::hosting
