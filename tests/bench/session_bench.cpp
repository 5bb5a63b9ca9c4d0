// What one whole practice session costs in process: host, views, store in memory and four personas
// over the real protocol. The case is read once, as a rehearsal of many sessions does.
#include <benchmark/benchmark.h>

#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::rehearsal {
namespace {

hosting::CaseTexts practice_case() {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / "oefentafel.yaml", folder);
    return {loaded.names.scenario, loaded.names.rules, loaded.scenario_text, loaded.rules_text,
            std::make_shared<core::Scenario>(*loaded.scenario)};
}

void whole_session(benchmark::State& bench, bots::Character character) {
    const hosting::CaseTexts texts = practice_case();
    std::uint64_t seed = 0;
    double records = 0;
    for (auto _ : bench) {
        const Run run = run_session(texts, {.character = character, .seed = ++seed});
        if (!run.ended) bench.SkipWithError("the session came to a standstill");
        records += static_cast<double>(run.records.size());
    }
    bench.counters["records"] = benchmark::Counter(records, benchmark::Counter::kAvgIterations);
    bench.counters["sessions/s"] =
        benchmark::Counter(static_cast<double>(bench.iterations()), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(whole_session, ideal, bots::Character::ideal)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, lawful, bots::Character::lawful)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, flooder, bots::Character::flooder)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, silent, bots::Character::silent)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casustafel::rehearsal

BENCHMARK_MAIN();
