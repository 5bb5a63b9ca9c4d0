// What one command costs in the core alone: decided and applied over scripted random play, the same
// log only folded (recovery), and one verdict. No bytes, no store, no views.
#include <benchmark/benchmark.h>

#include <vector>

#include "server/core/law/verdict.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel {
namespace {

using namespace core;
using support::Ask;
using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 16;
constexpr int acts = 300;
constexpr int slow_permille = 100;

struct Step {
    std::int64_t real_ms = 0;
    Ask ask;
    EntityId fresh = EntityId::none;
};

// A session as it was asked for, rejected or not, and as it was recorded.
struct Script {
    Scenario scenario;
    std::vector<Step> steps;
    std::vector<Record> log;
};

void submit(Script& script, Play& play, Ask ask) {
    const bool accepted =
        std::holds_alternative<std::vector<Event>>(play.submit(ask.actor, ask.command));
    const EntityId fresh = accepted ? play.log().back().fresh : EntityId::none;
    script.steps.push_back({play.now_ms(), std::move(ask), fresh});
}

// Everybody sits and the clock is slow enough that the session outlasts its acts.
Script scripted(std::uint64_t number) {
    Script script;
    Seed seed(number);
    script.scenario = support::random_scenario(seed);
    Play play(script.scenario, number);
    for (const Role& role : script.scenario.roles) {
        submit(script, play, {support::newcomer(), JoinSession{}});
        const auto last = play.state().participants.rbegin()->first;
        submit(script, play, {support::participant(last), TakeRole{role.id}});
    }
    submit(script, play, {support::trainer(), SetSpeed{slow_permille}});
    submit(script, play, {support::trainer(), StartSession{}});
    for (int act = 0; act < acts; ++act) {
        play.pass(seed.between(0, 100));
        submit(script, play, support::random_act(seed, play.state()));
    }
    script.log = play.log();
    return script;
}

const std::vector<Script>& scripts() {
    static const std::vector<Script> all = [] {
        std::vector<Script> made;
        made.reserve(sessions);
        for (std::uint64_t number = 1; number <= sessions; ++number) {
            made.push_back(scripted(number));
        }
        return made;
    }();
    return all;
}

void bring_what_is_due(State& state, std::int64_t real_ms) {
    while (auto arrived = due(state, real_ms)) {
        apply(state, {.stamp = arrived->stamp, .events = std::move(arrived->events)});
    }
}

// The answer to every command of one script; how many were accepted.
std::size_t play_through(const Script& script) {
    std::size_t accepted = 0;
    State state = initial(script.scenario);
    for (const auto& [real_ms, ask, fresh] : script.steps) {
        bring_what_is_due(state, real_ms);
        Outcome outcome = decide(state, ask.actor, ask.command, {real_ms, fresh});
        auto* events = std::get_if<std::vector<Event>>(&outcome);
        if (events == nullptr) continue;
        ++accepted;
        apply(state, {.stamp = stamp_at(state.clock, script.scenario, real_ms),
                      .actor = ask.actor,
                      .command = ask.command,
                      .events = std::move(*events)});
    }
    benchmark::DoNotOptimize(state);
    return accepted;
}

void decide_and_apply(benchmark::State& run) {
    std::size_t asked = 0, accepted = 0;
    for (auto _ : run) {
        for (const Script& script : scripts()) {
            accepted += play_through(script);
            asked += script.steps.size();
        }
    }
    run.SetItemsProcessed(static_cast<std::int64_t>(asked));
    run.counters["accepted_share"] = static_cast<double>(accepted) / static_cast<double>(asked);
}
BENCHMARK(decide_and_apply)->Unit(benchmark::kMillisecond);

void fold_recorded_log(benchmark::State& run) {
    std::size_t records = 0;
    for (auto _ : run) {
        for (const Script& script : scripts()) {
            State state = initial(script.scenario);
            for (const Record& record : script.log) apply(state, record);
            records += script.log.size();
            benchmark::DoNotOptimize(state);
        }
    }
    run.SetItemsProcessed(static_cast<std::int64_t>(records));
}
BENCHMARK(fold_recorded_log)->Unit(benchmark::kMillisecond);

void judge_one_recipient(benchmark::State& run) {
    const Script& script = scripts().front();
    State state = initial(script.scenario);
    for (const Record& record : script.log) apply(state, record);
    const auto& roles = script.scenario.roles;
    std::size_t judged = 0;
    for (auto _ : run) {
        for (const Item& item : script.scenario.items) {
            const ShareTerms terms{item.holders.front(), Purpose::care, BasisId{"B1"},
                                   Form::summary};
            for (const Role& role : roles) {
                benchmark::DoNotOptimize(judge(state, item, terms, role.id));
            }
            judged += roles.size();
        }
    }
    run.SetItemsProcessed(static_cast<std::int64_t>(judged));
}
BENCHMARK(judge_one_recipient);

}  // namespace
}  // namespace casustafel

BENCHMARK_MAIN();
