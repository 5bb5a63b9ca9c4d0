// What the views of one session cost: twelve viewers (eleven roles and a trainer) of random play,
// each with its own patch after every record, and whole views for all of them. No decide, store or
// sockets; folding alone is measured beside it, so that the difference is the views' own.
#include <benchmark/benchmark.h>

#include <vector>

#include "server/view/subscriber.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel {
namespace {

using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 8;
constexpr std::size_t roles = 11;
constexpr int acts = 300;
constexpr int slow_permille = 100;

struct Played {
    core::Scenario scenario;
    std::vector<core::Record> log;
};

// The random case with as many roles as a full table has.
core::Scenario full_table(Seed& seed) {
    core::Scenario scenario = support::random_scenario(seed);
    while (scenario.roles.size() < roles) {
        core::Role role = scenario.roles.front();
        role.id.value = "S" + std::to_string(scenario.roles.size());
        role.accepts_triage = false;
        for (core::Meeting& meeting : scenario.meetings)
            if (seed.chance(70)) meeting.members.push_back(role.id);
        for (core::Item& item : scenario.items)
            if (seed.chance(20)) item.holders.push_back(role.id);
        scenario.roles.push_back(std::move(role));
    }
    return scenario;
}

Played played(std::uint64_t number) {
    Seed seed(number);
    Played session{full_table(seed), {}};
    Play play(session.scenario, number);
    for (const core::Role& role : session.scenario.roles)
        if (role.autopilot != core::AutopilotUse::always) play.seat(role.id);
    play.must(support::trainer(), core::SetSpeed{slow_permille});
    play.must(support::trainer(), core::StartSession{});
    support::play_at_random(seed, play, acts);
    session.log = play.log();
    return session;
}

const std::vector<Played>& all_played() {
    static const std::vector<Played> all = [] {
        std::vector<Played> made;
        made.reserve(sessions);
        for (std::uint64_t number = 1; number <= sessions; ++number) made.push_back(played(number));
        return made;
    }();
    return all;
}

std::vector<view::Subscriber> twelve(const core::Scenario& scenario) {
    std::vector<view::Subscriber> viewers{{view::trainer_viewer(), "trainer"}};
    for (const core::Role& role : scenario.roles)
        viewers.emplace_back(view::role_viewer(role.id), "role:" + role.id.value);
    return viewers;
}

void fold_alone(benchmark::State& run) {
    std::size_t records = 0;
    for (auto _ : run)
        for (const Played& session : all_played()) {
            core::State state = core::initial(session.scenario);
            for (const core::Record& record : session.log) core::apply(state, record);
            records += session.log.size();
            benchmark::DoNotOptimize(state);
        }
    run.SetItemsProcessed(static_cast<std::int64_t>(records));
}
BENCHMARK(fold_alone)->Unit(benchmark::kMillisecond);

void fold_with_twelve_views(benchmark::State& run) {
    std::size_t records = 0, patches = 0, bytes = 0;
    for (auto _ : run)
        for (const Played& session : all_played()) {
            core::State state = core::initial(session.scenario);
            view::Projector projector;
            std::vector<view::Subscriber> viewers = twelve(session.scenario);
            for (view::Subscriber& viewer : viewers)
                benchmark::DoNotOptimize(viewer.snapshot(projector, state, {}));
            for (const core::Record& record : session.log) {
                core::apply(state, record);
                projector.advance(state, record);
                for (view::Subscriber& viewer : viewers)
                    if (const auto patch = viewer.patch(projector, state)) {
                        ++patches;
                        bytes += patch->size();
                    }
            }
            records += session.log.size();
        }
    run.SetItemsProcessed(static_cast<std::int64_t>(records));
    run.counters["patches_per_record"] =
        static_cast<double>(patches) / static_cast<double>(records);
    run.counters["bytes_per_patch"] = static_cast<double>(bytes) / static_cast<double>(patches);
}
BENCHMARK(fold_with_twelve_views)->Unit(benchmark::kMillisecond);

// Twelve whole views at the end of a session, as after a restart when everybody comes back.
void twelve_whole_views(benchmark::State& run) {
    const Played& session = all_played().front();
    core::State state = core::initial(session.scenario);
    for (const core::Record& record : session.log) core::apply(state, record);
    std::size_t views = 0, bytes = 0;
    for (auto _ : run) {
        view::Projector projector;
        for (view::Subscriber& viewer : twelve(session.scenario)) {
            bytes += viewer.snapshot(projector, state, session.log.back().stamp).size();
            ++views;
        }
    }
    run.SetItemsProcessed(static_cast<std::int64_t>(views));
    run.counters["bytes_per_view"] = static_cast<double>(bytes) / static_cast<double>(views);
}
BENCHMARK(twelve_whole_views)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace casustafel

BENCHMARK_MAIN();
