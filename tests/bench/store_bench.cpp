// Appends per second of the store on disk: 1, 10 and 100 appends waiting for their commit at a
// time, and one burst, each also with a sync that takes 1 ms longer than this disk's. Read the
// figures as ratios within one run; the folder is made in $TMPDIR, so that decides which disk is
// measured.
#include <benchmark/benchmark.h>

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include "server/store/sqlite_store.hpp"

namespace casustafel::store {
namespace {

constexpr std::size_t record_bytes = 300;
constexpr std::uint64_t burst_appends = 100000;

struct SlowSync : Faults {
    int extra_ms;
    int commits = 0;
    explicit SlowSync(int ms) : extra_ms(ms) {}
    int extra_sync_ms() override {
        ++commits;
        return extra_ms;
    }
};

// A store of its own with one session, and a count of what is still to be answered.
class Bench {
public:
    explicit Bench(int extra_sync_ms) : faults_(std::make_shared<SlowSync>(extra_sync_ms)) {
        std::string made = (std::filesystem::temp_directory_path() / "casustafel-XXXXXX").string();
        if (!::mkdtemp(made.data())) std::abort();
        folder_ = made;
        auto opened = SqliteStore::open(folder_, [](std::function<void()> work) { work(); },
                                        {.faults = faults_});
        store_ = std::move(std::get<std::unique_ptr<SqliteStore>>(opened));
        store_->create("s1", "header", {}, {});
        lease_ = store_->claim("s1").value();
    }
    ~Bench() {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }

    // As the host does it: a record, and the session's real_ms beside it.
    void append() {
        {
            const std::lock_guard guard(mutex_);
            ++waiting_;
        }
        const std::uint64_t seq = next_seq_++;
        store_->append({lease_,
                        seq,
                        {std::string(record_bytes, 'r')},
                        {{"real_ms", std::to_string(1000000 + seq)}}},
                       [this](Outcome outcome) {
                           if (outcome != Outcome::durable) std::abort();
                           const std::lock_guard guard(mutex_);
                           if (--waiting_ == 0) answered_.notify_one();
                       });
    }
    void wait() {
        std::unique_lock guard(mutex_);
        answered_.wait(guard, [&] { return waiting_ == 0; });
    }
    int commits() const { return faults_->commits; }

private:
    std::shared_ptr<SlowSync> faults_;
    std::string folder_;
    std::unique_ptr<SqliteStore> store_;
    Lease lease_;
    std::uint64_t next_seq_ = 1;
    std::mutex mutex_;
    std::condition_variable answered_;
    std::uint64_t waiting_ = 0;
};

void run(benchmark::State& state, std::uint64_t at_once) {
    Bench bench(static_cast<int>(state.range(1)));
    const int before = bench.commits();
    for (auto _ : state) {
        for (std::uint64_t i = 0; i < at_once; ++i) bench.append();
        bench.wait();
    }
    const auto appends = static_cast<double>(state.iterations()) * static_cast<double>(at_once);
    state.SetItemsProcessed(static_cast<std::int64_t>(appends));
    state.counters["appends_per_commit"] = appends / (bench.commits() - before);
}

void appends_at_a_time(benchmark::State& state) {
    run(state, static_cast<std::uint64_t>(state.range(0)));
}
BENCHMARK(appends_at_a_time)
    ->ArgNames({"at_once", "extra_sync_ms"})
    ->ArgsProduct({{1, 10, 100}, {0, 1}})
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void burst(benchmark::State& state) { run(state, burst_appends); }
BENCHMARK(burst)
    ->ArgNames({"", "extra_sync_ms"})
    ->ArgsProduct({{burst_appends}, {0, 1}})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casustafel::store

BENCHMARK_MAIN();
