#include "server/core/rules/verify.hpp"

#include <algorithm>

#include "server/core/families/digest.hpp"
#include "server/core/rules/decide.hpp"

namespace casustafel::core {
namespace {

// What a command's record should have been, given what was true before it.
std::optional<DifferenceKind> check_command(const State& state, const Record& record) {
    if (due(state, record.stamp.real_ms)) return DifferenceKind::timer;
    if (stamp_at(state.clock, *state.scenario, record.stamp.real_ms) != record.stamp) {
        return DifferenceKind::clock;
    }
    const Outcome outcome = decide(state, record.actor, *record.command,
                                   {.real_ms = record.stamp.real_ms, .fresh = record.fresh});
    const auto* events = std::get_if<std::vector<Event>>(&outcome);
    if (events == nullptr || *events != record.events) return DifferenceKind::decision;
    return std::nullopt;
}

std::optional<DifferenceKind> check_timer(const State& state, const Record& record) {
    const auto expected = due(state, record.stamp.real_ms);
    if (!expected || expected->events != record.events) return DifferenceKind::timer;
    if (expected->stamp != record.stamp) return DifferenceKind::clock;
    return std::nullopt;
}

std::optional<DifferenceKind> check(const State& state, const Record& record,
                                    std::int64_t last_real_ms) {
    // Before everything else: nobody may ask the clock about a moment before its anchor.
    if (record.stamp.real_ms < std::max(last_real_ms, state.clock.anchor.real_ms)) {
        return DifferenceKind::clock;
    }
    return record.command ? check_command(state, record) : check_timer(state, record);
}

}  // namespace

std::string_view name(DifferenceKind kind) {
    switch (kind) {
        case DifferenceKind::position: return "position";
        case DifferenceKind::clock: return "clock";
        case DifferenceKind::decision: return "decision";
        case DifferenceKind::timer: return "timer";
        case DifferenceKind::digest: return "digest";
    }
    return "position";
}

std::vector<Difference> verify(const Scenario& scenario, const std::vector<Record>& records,
                               Edition edition) {
    std::vector<Difference> differences;
    State state = initial(scenario, edition);
    std::uint64_t expected_seq = 1;
    std::int64_t last_real_ms = 0;
    for (const Record& record : records) {
        if (record.seq != expected_seq++) {
            differences.push_back({record.seq, DifferenceKind::position});
        }
        if (const auto kind = check(state, record, last_real_ms)) {
            differences.push_back({record.seq, *kind});
        }
        last_real_ms = std::max(last_real_ms, record.stamp.real_ms);
        apply(state, record);
        if (record.digest && *record.digest != digest(state)) {
            differences.push_back({record.seq, DifferenceKind::digest});
        }
    }
    return differences;
}

}  // namespace casustafel::core
