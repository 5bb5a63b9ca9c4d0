#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

// Where the trainer stopped it.
struct Stop {
    std::int64_t sim_ms = 0;
    int round = 0;
};

std::optional<Stop> stopped_by_trainer(const core::Scenario& scenario,
                                       const std::vector<core::Record>& records) {
    std::optional<int> round;  // nothing before the start
    // A damaged log may name a segment that the case does not have.
    const auto round_of = [&](std::size_t segment) {
        return segment < scenario.segments.size() ? scenario.segments[segment].round : 0;
    };
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (std::holds_alternative<core::SessionStarted>(event))
                round = round_of(0);
            else if (const auto* entered = std::get_if<core::SegmentEntered>(&event))
                round = round_of(static_cast<std::size_t>(entered->segment));
            const auto* ended = std::get_if<core::SessionEnded>(&event);
            if (ended == nullptr) continue;
            const bool early = ended->reason == core::EndReason::trainer &&
                               record.stamp.sim_ms < scenario.end_sim_ms();
            if (!early || !round) return std::nullopt;
            return Stop{record.stamp.sim_ms, *round};
        }
    }
    return std::nullopt;
}

}  // namespace

Html stopped(const Wording& wording, const std::vector<core::Record>& records) {
    const auto stop = stopped_by_trainer(wording.scenario(), records);
    if (!stop) return {};
    const auto rounds = static_cast<std::int64_t>(wording.scenario().rounds.size());
    const Html when =
        wording.say(Key::report_stopped, {Wording::number(stop->round + 1), Wording::number(rounds),
                                          Html::text(wording.time(stop->sim_ms))});
    return Html::element(
        "p", {{"class", "stopped"}},
        {Html::element("b", {when}), Html::text(" "), wording.say(Key::report_stopped_counts)});
}

}  // namespace casustafel::report
