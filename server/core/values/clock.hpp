#pragma once
// The three clocks. The host feeds one integer, `real_ms`; from it and the anchors that events have
// set follow `active_ms` (stands still in a pause) and `sim_ms` (the case's time, which runs
// through segments with cuts between them). Integers only, so every machine gets the same instant.
#include <cstdint>
#include <optional>

#include "server/core/values/fields.hpp"
#include "server/core/values/scenario.hpp"
#include "server/core/values/stamp.hpp"

namespace casustafel::core {

struct CaseClock {
    bool running = false;    // real and active time go on together
    bool case_held = false;  // but the case's time stands still: a swap
    int speed_permille = 1000;
    int segment = 0;                 // index into the scenario's segments
    Stamp anchor;                    // where all three clocks stood when last anchored
    std::int64_t swept_sim_ms = -1;  // everything due up to here has happened (also inside a cut)
    DESCRIBED(CaseClock, running, case_held, speed_permille, segment, anchor, swept_sim_ms);
};

// The stamp at `real_ms` (not before the anchor). sim_ms stops at the end of the segment: crossing
// a cut is an event.
Stamp stamp_at(const CaseClock&, const Scenario&, std::int64_t real_ms);

// The earliest real_ms at which sim_ms reaches `sim_ms` in this segment; nothing when the clock or
// the case stands still, or the instant lies beyond the segment's end.
std::optional<std::int64_t> real_when_sim(const CaseClock&, const Scenario&, std::int64_t sim_ms);

// The earliest real_ms at which active_ms reaches `active_ms`; nothing when the clock stands still.
std::optional<std::int64_t> real_when_active(const CaseClock&, std::int64_t active_ms);

// The case time after `duration_ms` of running case time from `from_sim_ms`: cuts do not count.
// Stops at the end of the last segment; beyond it the remainder is added, so a term can end after
// the end.
std::int64_t sim_after(const Scenario&, std::int64_t from_sim_ms, std::int64_t duration_ms);

// The case time at which `duration_ms` have been counted from `from_sim_ms`, the hours of the night
// left out. `night_from_ms` and `night_to_ms` are times of the day; alike: no night.
std::int64_t counted_after(std::int64_t from_sim_ms, std::int64_t duration_ms,
                           std::int64_t night_from_ms, std::int64_t night_to_ms);

// The case time that really ran between two instants (cuts left out).
std::int64_t running_between(const Scenario&, std::int64_t from_sim_ms, std::int64_t to_sim_ms);

}  // namespace casustafel::core
