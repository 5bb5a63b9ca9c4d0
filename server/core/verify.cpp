#include "server/core/verify.hpp"

#include "server/core/decide.hpp"
#include "server/core/digest.hpp"

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

std::vector<Difference> verify(const Scenario& scenario, const std::vector<Record>& records) {
    std::vector<Difference> differences;
    State state = initial(scenario);
    std::uint64_t expected_seq = 1;
    for (const Record& record : records) {
        if (record.seq != expected_seq++) {
            differences.push_back({record.seq, DifferenceKind::position});
        }
        const auto kind = record.command ? check_command(state, record) : check_timer(state, record);
        if (kind) differences.push_back({record.seq, *kind});
        apply(state, record);
        if (record.digest && *record.digest != digest(state)) {
            differences.push_back({record.seq, DifferenceKind::digest});
        }
    }
    return differences;
}

}  // namespace casustafel::core
