#pragma once
// The time of one session: real_ms goes on from where it was written down, with the host's clock.
// It stands still while the session is held, and at maximum speed it goes only where it is put. It
// never goes back. It knows no case and no due moment.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "server/hosting/surroundings/ports.hpp"
#include "server/store/store.hpp"

namespace casustafel::hosting {

class SessionClock {
public:
    explicit SessionClock(const Clock& host) : host_(host) {}

    // Stands still at what was written down, or at `reached_ms` when that is further. Whether it
    // goes at maximum speed is taken from there the first time only.
    void load(const std::vector<std::pair<std::string, std::string>>& values,
              std::int64_t reached_ms);
    // What `load` reads: how far and how fast the session went.
    std::vector<store::Value> values() const;
    void written_down() { written_down_ms_ = host_.steady_ms(); }
    // The steady_ms at which it should be written down although nothing happened.
    std::int64_t write_down_at_ms() const;

    void stand_still();
    bool stands_still() const { return still_; }
    void go_on();
    void set_maximum_speed(bool on);
    bool maximum_speed() const { return maximum_speed_; }
    // Puts the time here, at maximum speed; it never goes back.
    void jump_to(std::int64_t real_ms);

    std::int64_t real_ms() const;
    // Grows with the host's time and with the session's own, which jumps at maximum speed: what
    // paces are counted by.
    std::int64_t passed_ms() const { return host_.steady_ms() + real_ms(); }
    // The host's steady_ms at which this real_ms comes, as the time goes now.
    std::int64_t steady_when(std::int64_t real_ms) const;

private:
    void settle();

    const Clock& host_;
    bool still_ = true;
    bool loaded_ = false;
    bool maximum_speed_ = false;
    std::int64_t real_base_ms_ = 0;  // real_ms at steady_base_ms_
    std::int64_t steady_base_ms_ = 0;
    std::int64_t written_down_ms_ = 0;  // steady_ms of the last time
};

}  // namespace casustafel::hosting
