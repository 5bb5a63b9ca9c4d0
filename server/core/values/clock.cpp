#include "server/core/values/clock.hpp"

#include <algorithm>

#include "server/core/values/invariant.hpp"

namespace casustafel::core {

namespace {

__extension__ using Wide = __int128;  // a real millisecond times a rate does not fit 64 bits

// How case time runs in the clock's segment: `sim` milliseconds of it in `real` milliseconds.
struct Rate {
    Wide sim;
    Wide real;
};

const Segment& segment_of(const CaseClock& clock, const Scenario& scenario) {
    invariant(
        clock.segment >= 0 && static_cast<std::size_t>(clock.segment) < scenario.segments.size(),
        "the clock stands in a segment of the scenario");
    return scenario.segments[static_cast<std::size_t>(clock.segment)];
}

Rate rate(const CaseClock& clock, const Segment& segment) {
    invariant(segment.to_sim_ms > segment.from_sim_ms && segment.real_ms > 0,
              "a segment has a length in both times");
    return {Wide{segment.to_sim_ms - segment.from_sim_ms} * clock.speed_permille,
            Wide{segment.real_ms} * 1000};
}

}  // namespace

Stamp stamp_at(const CaseClock& clock, const Scenario& scenario, std::int64_t real_ms) {
    invariant(real_ms >= clock.anchor.real_ms, "session time does not go back");
    Stamp stamp = clock.anchor;
    stamp.real_ms = real_ms;
    if (!clock.running) return stamp;
    const std::int64_t passed = real_ms - clock.anchor.real_ms;
    stamp.active_ms += passed;
    if (clock.case_held) return stamp;
    const auto& segment = segment_of(clock, scenario);
    const auto [sim, real] = rate(clock, segment);
    const Wide now = clock.anchor.sim_ms + Wide{passed} * sim / real;
    stamp.sim_ms = static_cast<std::int64_t>(std::min(now, Wide{segment.to_sim_ms}));
    return stamp;
}

std::optional<std::int64_t> real_when_sim(const CaseClock& clock, const Scenario& scenario,
                                          std::int64_t sim_ms) {
    if (!clock.running || clock.case_held) return std::nullopt;
    const auto& segment = segment_of(clock, scenario);
    if (sim_ms > segment.to_sim_ms) return std::nullopt;
    if (sim_ms <= clock.anchor.sim_ms) return clock.anchor.real_ms;
    const auto [sim, real] = rate(clock, segment);
    const Wide needed = (Wide{sim_ms - clock.anchor.sim_ms} * real + sim - 1) / sim;  // rounded up
    return static_cast<std::int64_t>(clock.anchor.real_ms + needed);
}

std::optional<std::int64_t> real_when_active(const CaseClock& clock, std::int64_t active_ms) {
    if (!clock.running) return std::nullopt;
    return clock.anchor.real_ms + std::max<std::int64_t>(0, active_ms - clock.anchor.active_ms);
}

std::int64_t sim_after(const Scenario& scenario, std::int64_t from_sim_ms,
                       std::int64_t duration_ms) {
    std::int64_t at = from_sim_ms;
    for (const auto& segment : scenario.segments) {
        if (segment.to_sim_ms <= at) continue;
        at = std::max(at, segment.from_sim_ms);
        if (duration_ms <= segment.to_sim_ms - at) break;
        duration_ms -= segment.to_sim_ms - at;
        at = segment.to_sim_ms;
    }
    return at + duration_ms;
}

std::int64_t running_between(const Scenario& scenario, std::int64_t from_sim_ms,
                             std::int64_t to_sim_ms) {
    std::int64_t total = 0;
    for (const auto& segment : scenario.segments)
        total += std::max<std::int64_t>(
            0, std::min(to_sim_ms, segment.to_sim_ms) - std::max(from_sim_ms, segment.from_sim_ms));
    return total;
}

std::int64_t counted_after(std::int64_t from_sim_ms, std::int64_t duration_ms,
                           std::int64_t night_from_ms, std::int64_t night_to_ms) {
    constexpr std::int64_t day_ms = 24 * 60 * 60'000;
    if (night_from_ms == night_to_ms) return from_sim_ms + duration_ms;
    const std::int64_t night = (night_to_ms - night_from_ms + day_ms) % day_ms;
    const auto since_night = [&](std::int64_t at) {
        return ((at - night_from_ms) % day_ms + day_ms) % day_ms;
    };
    std::int64_t at = from_sim_ms;
    if (since_night(at) < night) at += night - since_night(at);
    for (std::int64_t left = duration_ms;;) {
        const std::int64_t until_night = day_ms - since_night(at);
        if (left <= until_night) return at + left;
        left -= until_night;
        at += until_night + night;
    }
}

}  // namespace casustafel::core
