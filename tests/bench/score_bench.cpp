// What the score of a whole session of case A costs, with and without the ranges that come of
// leaving out each single event.
#include <benchmark/benchmark.h>

#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {
namespace {

void say_again(core::ItemShared& event, std::uint64_t time) {
    event.share = core::derived_id(time, "share");
}
void say_again(core::RequestMade& event, std::uint64_t time) {
    event.request = core::derived_id(time, "request");
}
void say_again(core::RequestAnswered&, std::uint64_t) {}
void say_again(core::ItemMarked&, std::uint64_t) {}
template <class Event>
void say_again(Event&, std::uint64_t) = delete;

template <class Event>
concept Repeatable = requires(Event& event) {
    say_again(event, 0);
};

bool is_repeatable(const core::Event& event) {
    return std::visit([]<class E>(const E&) { return Repeatable<E>; }, event);
}

// A longer session than any persona plays: each share, request, answer and mark is said `times`
// times, one right after another.
std::vector<core::Record> lengthened(const std::vector<core::Record>& log, int times) {
    std::vector<core::Record> longer;
    const auto add = [&](core::Record record) {
        record.seq = longer.size() + 1;
        longer.push_back(std::move(record));
    };
    for (const core::Record& record : log) {
        add(record);
        for (int time = 1; time < times; ++time) {
            core::Record again = record;
            std::erase_if(again.events, [](const auto& event) { return !is_repeatable(event); });
            if (again.events.empty()) continue;
            for (core::Event& event : again.events) {
                std::visit(
                    [&]<class E>(E& one) {
                        if constexpr (Repeatable<E>) say_again(one, longer.size());
                    },
                    event);
            }
            add(std::move(again));
        }
    }
    return longer;
}

void whole_session(benchmark::State& bench, bots::Character character, bool ranges, int times = 1) {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / "vijf-overleggen.yaml", folder);
    const hosting::CaseTexts texts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                   loaded.rules_text,
                                   std::make_shared<core::Scenario>(*loaded.scenario)};
    const auto run = rehearsal::run_session(texts, {.character = character, .seed = 7});
    const std::vector<core::Record> log = lengthened(run.records, times);
    std::size_t events = 0;
    for (const core::Record& record : log) events += record.events.size();
    for (auto _ : bench) benchmark::DoNotOptimize(score(*texts.scenario, log, {.ranges = ranges}));
    bench.counters["events"] = static_cast<double>(events);
}

BENCHMARK_CAPTURE(whole_session, lawful, bots::Character::lawful, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, lawful_with_ranges, bots::Character::lawful, true)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, lawful_four_times, bots::Character::lawful, false, 4)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, lawful_four_times_with_ranges, bots::Character::lawful, true, 4)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, flooder, bots::Character::flooder, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, flooder_with_ranges, bots::Character::flooder, true)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casustafel::score

BENCHMARK_MAIN();
