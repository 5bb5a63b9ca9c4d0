// What the score of a whole session of case A costs, with and without the ranges that come of
// leaving out each single event.
#include <benchmark/benchmark.h>

#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {
namespace {

void whole_session(benchmark::State& bench, bots::Character character, bool ranges) {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / "vijf-overleggen.yaml", folder);
    const hosting::CaseTexts texts{loaded.names.scenario, loaded.names.rules, loaded.scenario_text,
                                   loaded.rules_text,
                                   std::make_shared<core::Scenario>(*loaded.scenario)};
    const auto run = rehearsal::run_session(texts, {.character = character, .seed = 7});
    std::size_t events = 0;
    for (const core::Record& record : run.records) events += record.events.size();
    for (auto _ : bench)
        benchmark::DoNotOptimize(score(*texts.scenario, run.records, {.ranges = ranges}));
    bench.counters["events"] = static_cast<double>(events);
}

BENCHMARK_CAPTURE(whole_session, lawful, bots::Character::lawful, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, lawful_with_ranges, bots::Character::lawful, true)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, flooder, bots::Character::flooder, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, flooder_with_ranges, bots::Character::flooder, true)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casustafel::score

BENCHMARK_MAIN();
