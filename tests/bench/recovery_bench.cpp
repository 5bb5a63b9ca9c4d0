// How long a server is away after a restart: a thousand sessions of case A, each played by sixteen
// personas, folded from SQLite by a new host; those that are at their 420th record, and those that
// are over. The case is read anew for nobody: all play the same.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

#include "server/codec/log_format.hpp"
#include "server/codec/record.hpp"
#include "server/hosting/host.hpp"
#include "server/rehearsal/one_case.hpp"
#include "server/rehearsal/run_session.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/store/sqlite_store.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel {
namespace {

constexpr int session_count = 1'000;
constexpr std::size_t records_of_each = 420;

class Nobody : public hosting::Transport, public hosting::Clock {
public:
    void send(hosting::ConnectionId, std::shared_ptr<const std::string>) override {}
    std::size_t waiting_bytes(hosting::ConnectionId) const override { return 0; }
    void close(hosting::ConnectionId, hosting::CloseReason) override {}
    void read_from(hosting::ConnectionId, bool) override {}
    std::int64_t steady_ms() const override { return 0; }
    std::int64_t wall_ms() const override { return 0; }
};

hosting::CaseTexts case_a() {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / "vijf-overleggen.yaml", folder);
    return {loaded.names.scenario, loaded.names.rules, loaded.scenario_text, loaded.rules_text,
            std::make_shared<core::Scenario>(*loaded.scenario)};
}

std::unique_ptr<store::SqliteStore> open_store(const std::string& directory) {
    auto opened = store::SqliteStore::open(directory, [](std::function<void()> work) { work(); });
    if (!std::holds_alternative<std::unique_ptr<store::SqliteStore>>(opened)) std::abort();
    return std::get<std::unique_ptr<store::SqliteStore>>(std::move(opened));
}

void fill(store::Store& store, const hosting::CaseTexts& texts, bool over) {
    auto run = rehearsal::run_session(texts, {.character = bots::Character::lawful});
    if (!over) run.encoded.resize(std::min(run.encoded.size(), records_of_each));
    codec::LogHeader header;
    header.format = codec::log_format;
    header.scenario_hash = store::text_hash(texts.scenario_text);
    header.rules_hash = store::text_hash(texts.rules_text);
    for (int number = 0; number < session_count; ++number) {
        const std::string id = "s" + std::to_string(number);
        store.create(id, codec::encode_header(header), {texts.scenario_text, texts.rules_text},
                     {{"code", "CODE" + std::to_string(number)}, {"key", std::string(32, 'k')}});
        store::Append append;
        append.lease = *store.claim(id);
        append.records = run.encoded;
        store.append(std::move(append), [](store::Outcome outcome) {
            if (outcome != store::Outcome::durable) std::abort();
        });
    }
}

void recover(benchmark::State& bench, bool over) {
    char name[] = "/tmp/casustafel-recovery.XXXXXX";
    if (mkdtemp(name) == nullptr) std::abort();
    const hosting::CaseTexts texts = case_a();
    fill(*open_store(name), texts, over);
    Nobody nobody;
    for (auto _ : bench) {
        auto store = open_store(name);
        rehearsal::OneCase catalogue(texts);
        hosting::Host host({*store, nobody, nobody, catalogue, hosting::system_random()},
                           [](const std::string&) {});
        if (host.open().codes.size() != session_count)
            bench.SkipWithError("not all were recovered");
    }
    std::filesystem::remove_all(name);
}

BENCHMARK_CAPTURE(recover, a_thousand_at_work, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(recover, a_thousand_over, true)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casustafel

BENCHMARK_MAIN();
