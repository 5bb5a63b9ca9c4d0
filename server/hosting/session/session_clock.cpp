#include "server/hosting/session/session_clock.hpp"

#include <algorithm>
#include <cstdlib>

#include "server/hosting/surroundings/limits.hpp"

namespace casustafel::hosting {

void SessionClock::load(const std::vector<std::pair<std::string, std::string>>& values,
                        std::int64_t reached_ms) {
    for (const auto& [name, bytes] : values) {
        if (name == "maximum_speed" && !loaded_) maximum_speed_ = bytes == "on";
        if (name == "real_ms")
            reached_ms =
                std::max<std::int64_t>(reached_ms, std::strtoll(bytes.c_str(), nullptr, 10));
    }
    loaded_ = still_ = true;
    real_base_ms_ = std::max(real_base_ms_, reached_ms);
    steady_base_ms_ = host_.steady_ms();
    written_down_ms_ = steady_base_ms_;
}

std::vector<store::Value> SessionClock::values() const {
    return {{"real_ms", std::to_string(real_ms())},
            {"maximum_speed", maximum_speed_ ? "on" : "off"}};
}

std::int64_t SessionClock::write_down_at_ms() const {
    return written_down_ms_ + limits::save_clock_every_ms;
}

void SessionClock::stand_still() {
    settle();
    still_ = true;
}

void SessionClock::go_on() {
    settle();
    still_ = false;
}

void SessionClock::set_maximum_speed(bool on) {
    settle();
    maximum_speed_ = on;
}

void SessionClock::jump_to(std::int64_t real_ms) {
    real_base_ms_ = std::max(real_base_ms_, real_ms);
}

std::int64_t SessionClock::real_ms() const {
    if (still_ || maximum_speed_) return real_base_ms_;
    return real_base_ms_ + host_.steady_ms() - steady_base_ms_;
}

std::int64_t SessionClock::steady_when(std::int64_t real_ms) const {
    return steady_base_ms_ + real_ms - real_base_ms_;
}

// What went by is added up before the time goes on in another way.
void SessionClock::settle() {
    const std::int64_t now_ms = host_.steady_ms();
    if (!still_ && !maximum_speed_) real_base_ms_ += now_ms - steady_base_ms_;
    steady_base_ms_ = now_ms;
}

}  // namespace casustafel::hosting
