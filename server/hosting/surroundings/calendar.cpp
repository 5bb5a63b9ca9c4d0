#include "server/hosting/surroundings/calendar.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

void Calendar::load(const std::optional<std::string>& value, std::int64_t newest_ms,
                    std::int64_t wall_ms, std::int64_t steady_ms) {
    steady_ms_ = steady_ms;
    if (!value || !read(*value)) {
        now_ms_ = wall_ms_ = newest_ms == 0 ? wall_ms : std::min(newest_ms, wall_ms);
        claimed_ms_ = claimed_at_ms_ = 0;
    }
    take(wall_ms - wall_ms_, wall_ms);
}

void Calendar::look(std::int64_t wall_ms, std::int64_t steady_ms) {
    const std::int64_t gone_ms = steady_ms - std::exchange(steady_ms_, steady_ms);
    now_ms_ += gone_ms;
    take(wall_ms - wall_ms_ - gone_ms, wall_ms);
}

// The wall clock is this much further than the time that is known to have gone by.
void Calendar::take(std::int64_t ahead_ms, std::int64_t wall_ms) {
    wall_ms_ = wall_ms;
    if (ahead_ms < 0) claimed_ms_ = std::max<std::int64_t>(0, claimed_ms_ + ahead_ms);
    if (claimed_ms_ > 0 && wall_ms - claimed_at_ms_ >= limits::clock_proves_itself_after_ms)
        now_ms_ += std::exchange(claimed_ms_, 0);
    if (ahead_ms > limits::clock_step_believed_ms) {
        claimed_ms_ += ahead_ms;
        claimed_at_ms_ = wall_ms;
    } else if (ahead_ms > 0) {
        now_ms_ += ahead_ms;
    }
}

std::string Calendar::value() const {
    std::ostringstream out;
    out << now_ms_ << ' ' << wall_ms_ << ' ' << claimed_ms_ << ' ' << claimed_at_ms_;
    return out.str();
}

bool Calendar::read(const std::string& value) {
    std::istringstream in(value);
    return static_cast<bool>(in >> now_ms_ >> wall_ms_ >> claimed_ms_ >> claimed_at_ms_);
}

}  // namespace casustafel::hosting
