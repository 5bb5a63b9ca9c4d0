// kill -9 at any moment: every append that was reported durable is there at the next start, whole,
// and its values with it. A child process appends and reports over a pipe; the parent kills it
// after some number of reports, or the child kills itself at some step of some commit.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

constexpr int session_count = 3;
constexpr unsigned rounds = 48;
constexpr unsigned rounds_on_one_folder = 8;

struct Report {
    int session;
    std::uint64_t records;
};

std::string session_name(int session) { return "s" + std::to_string(session); }

// Any record can be told from any other, and most fill a good part of a page.
std::string record(int session, std::uint64_t seq) {
    const std::string head = session_name(session) + ":" + std::to_string(seq) + ":";
    return head + std::string((seq * 397) % 3000, char('a' + seq % 26));
}

// Dies at a step of commit number `at`; 0 never.
struct DieAt : Faults {
    enum class Step { before_commit, after_commit } step = Step::before_commit;
    int at = 0, commits = 0;

    static void die() { ::kill(::getpid(), SIGKILL); }
    void before_commit() override {
        if (++commits == at && step == Step::before_commit) die();
    }
    void after_commit_before_reply() override {
        if (commits == at && step == Step::after_commit) die();
    }
};

// A folder, or a database elsewhere.
std::unique_ptr<Store> open_at(const std::string& place, std::shared_ptr<Faults> faults = {}) {
    const auto at_once = [](std::function<void()> work) { work(); };
    if (names_postgres(place))
        return open_postgres_or_die(place, at_once, {.lease_ms = 100, .faults = std::move(faults)});
    return open_or_die(place, at_once, {.faults = std::move(faults)});
}

// The child: appends until it is killed, at most 64 appends ahead of the disk.
[[noreturn]] void append_until_killed(const std::string& folder, int reports, unsigned seed,
                                      std::shared_ptr<DieAt> faults) {
    std::mutex mutex;
    std::condition_variable answered;
    int waiting = 0;
    const std::unique_ptr<Store> kept = open_at(folder, std::move(faults));
    const std::unique_ptr<Store>* store = &kept;
    std::mt19937 random(seed);
    std::vector<Lease> leases;
    std::vector<std::uint64_t> next;
    for (int session = 0; session < session_count; ++session) {
        (*store)->create(session_name(session), "header", {"text"}, {});
        // One that was killed may count as alive for a moment.
        std::optional<Lease> lease;
        while (!lease) lease = (*store)->claim(session_name(session));
        leases.push_back(*lease);
        next.push_back((*store)->load(session_name(session))->records.size() + 1);
    }
    while (true) {
        const int session = int(random() % session_count);
        Append append{leases[session], next[session], {}, {}};
        for (unsigned left = 1 + random() % 3; left > 0; --left) {
            append.records.push_back(record(session, next[session]++));
        }
        const Report report{session, next[session] - 1};
        append.values = {{"count", std::to_string(report.records)}, {"gone", {}}};
        if (random() % 16 == 0) append.values[1].bytes = "here";
        {
            std::unique_lock guard(mutex);
            answered.wait(guard, [&] { return waiting < 64; });
            ++waiting;
        }
        (*store)->append(std::move(append), [&, report](Outcome outcome) {
            if (outcome != Outcome::durable) ::_exit(4);
            if (::write(reports, &report, sizeof report) != sizeof report) ::_exit(5);
            const std::lock_guard guard(mutex);
            --waiting;
            answered.notify_one();
        });
    }
}

// Runs one child to its death; how many records of each session it reported durable.
void run_child(const std::string& folder, unsigned seed, std::vector<std::uint64_t>& reported) {
    std::mt19937 random(seed);
    auto faults = std::make_shared<DieAt>();
    faults->step = seed % 4 == 1 ? DieAt::Step::before_commit : DieAt::Step::after_commit;
    if (seed % 2 == 1) faults->at = 1 + int(random() % 40);
    const unsigned kill_after = seed % 2 == 1 ? UINT32_MAX : random() % 600;
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::close(ends[0]);
        append_until_killed(folder, ends[1], seed, faults);
    }
    ::close(ends[1]);
    Report report{};
    for (unsigned seen = 0; ::read(ends[0], &report, sizeof report) == sizeof report; ++seen) {
        reported[report.session] = report.records;
        if (seen == kill_after) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "status " << status;
}

// Everything reported is there, every record is what it was, and the values belong to the last one.
void expect_whole(Store& store, int session, std::uint64_t reported) {
    const auto loaded = store.load(session_name(session));
    if (!loaded) {
        EXPECT_EQ(reported, 0u);
        return;
    }
    const std::size_t count = loaded->records.size();
    EXPECT_GE(count, reported);
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(loaded->records[i], record(session, i + 1));
    const auto value =
        std::ranges::find(loaded->values, "count", [](const auto& named) { return named.first; });
    const std::string kept = value == loaded->values.end() ? "0" : value->second;
    EXPECT_EQ(kept, std::to_string(count));
}

void crash_again_and_again(const std::function<std::string()>& new_place, unsigned how_often) {
    std::string place;
    std::vector<std::uint64_t> reported;
    std::uint64_t reported_in_all = 0;
    for (unsigned seed = 0; seed < how_often; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        if (seed % rounds_on_one_folder == 0) {
            place = new_place();
            reported.assign(session_count, 0);
        }
        ASSERT_NO_FATAL_FAILURE(run_child(place, seed, reported));
        const auto store = open_at(place);
        for (int session = 0; session < session_count; ++session) {
            expect_whole(*store, session, reported[session]);
            reported_in_all += reported[session];
        }
    }
    EXPECT_GT(reported_in_all, 50u * how_often);
}

TEST(Crash, loses_nothing_that_was_reported_durable_and_halves_nothing) {
    std::optional<TemporaryFolder> folder;
    crash_again_and_again([&] { return folder.emplace().data(); }, rounds);
}

TEST(Crash, of_a_server_at_a_database_elsewhere_loses_nothing_either) {
    crash_again_and_again(new_postgres_database, rounds / 2);
}

}  // namespace
}  // namespace casustafel::store
