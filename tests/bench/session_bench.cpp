// What one whole session costs in process: host, views, store in memory and personas over the real
// protocol, of the practice case and of case A with sixteen people. The case is read once, as a
// rehearsal of many sessions does.
#include <benchmark/benchmark.h>

#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::rehearsal {
namespace {

hosting::CaseTexts case_in(const char* file) {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / file, folder);
    return {loaded.names.scenario, loaded.names.rules, loaded.scenario_text, loaded.rules_text,
            std::make_shared<core::Scenario>(*loaded.scenario)};
}

void whole_session(benchmark::State& bench, const char* file, bots::Character character) {
    const hosting::CaseTexts texts = case_in(file);
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

constexpr const char* practice = "oefentafel.yaml";
constexpr const char* case_a = "vijf-overleggen.yaml";

BENCHMARK_CAPTURE(whole_session, practice_ideal, practice, bots::Character::ideal)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, a_ideal, case_a, bots::Character::ideal)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, a_lawful, case_a, bots::Character::lawful)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, a_flooder, case_a, bots::Character::flooder)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_session, a_silent, case_a, bots::Character::silent)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casustafel::rehearsal

BENCHMARK_MAIN();
