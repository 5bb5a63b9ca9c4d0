// Several servers at one database: a session is one server's as long as that says that it lives,
// and a server that stood still meanwhile writes nothing when it wakes.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

constexpr int lease_ms = 300;

// Another server at the database of a desk.
struct Other {
    explicit Other(const std::string& where, int its_lease_ms = lease_ms)
        : store(open_postgres_or_die(where, loop.executor(), {.lease_ms = its_lease_ms})) {}
    Outcome append(const Lease& lease, std::uint64_t first_seq, std::vector<std::string> records) {
        std::optional<Outcome> outcome;
        store->append({lease, first_seq, std::move(records), {}},
                      [&](Outcome came) { outcome = came; });
        EXPECT_TRUE(loop.run_until([&] { return outcome.has_value(); }));
        return outcome.value_or(Outcome::failed);
    }
    WorkQueue loop;
    std::unique_ptr<PostgresStore> store;
};

std::optional<Lease> claimed_in_time(PostgresStore& store, const std::string& session) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::optional<Lease> lease;
    while (!lease && std::chrono::steady_clock::now() < deadline) lease = store.claim(session);
    return lease;
}

TEST(Lease, is_not_given_away_while_its_holder_lives_though_it_writes_nothing) {
    const std::string where = new_postgres_database();
    Other holder(where), other(where);
    EXPECT_EQ(holder.store->create("s1", "", {}, {}), Outcome::durable);
    const Lease lease = holder.store->claim("s1").value();
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(4 * lease_ms);
    while (std::chrono::steady_clock::now() < until)
        ASSERT_EQ(other.store->claim("s1"), std::nullopt);
    EXPECT_EQ(holder.append(lease, 1, {"one"}), Outcome::durable);
    EXPECT_EQ(other.append({"s1", lease.epoch + 1}, 2, {"two"}), Outcome::lost_lease);
}

TEST(Lease, goes_at_once_to_whoever_asks_when_its_holder_ends) {
    const std::string where = new_postgres_database();
    Other other(where);
    {
        Other holder(where, 60'000);
        EXPECT_EQ(holder.store->create("s1", "", {}, {}), Outcome::durable);
        EXPECT_TRUE(holder.store->claim("s1"));
    }
    EXPECT_TRUE(other.store->claim("s1"));
}

// Stands still just before its commit, as long as a test wants.
TEST(Lease, of_a_server_that_stood_still_writes_nothing_when_it_wakes) {
    const std::string where = new_postgres_database();
    WorkQueue loop;
    const auto faults = std::make_shared<ScriptedFaults>();
    const auto frozen =
        open_postgres_or_die(where, loop.executor(), {.lease_ms = lease_ms, .faults = faults});
    EXPECT_EQ(frozen->create("s1", "", {}, {}), Outcome::durable);
    EXPECT_EQ(frozen->create("s2", "", {}, {}), Outcome::durable);
    const Lease one = frozen->claim("s1").value(), two = frozen->claim("s2").value();
    const int before = faults->commits;
    faults->hold();
    std::vector<Outcome> outcomes;
    for (const Lease& lease : {one, two})
        frozen->append({lease, 1, {"of the frozen one"}, {{"v", "frozen"}}},
                       [&](Outcome outcome) { outcomes.push_back(outcome); });
    ASSERT_TRUE(faults->wait_for_commits(before + 1));

    Other other(where);
    const auto lease = claimed_in_time(*other.store, "s1");
    ASSERT_TRUE(lease);
    EXPECT_EQ(lease->epoch, one.epoch + 1);
    EXPECT_EQ(other.append(*lease, 1, {"of the other"}), Outcome::durable);

    faults->release();
    ASSERT_TRUE(loop.run_until([&] { return outcomes.size() == 2; }));
    EXPECT_EQ(outcomes, (Outcomes{Outcome::lost_lease, Outcome::durable}))
        << "what nobody took over it still has";
    const auto loaded = other.store->load("s1");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->records, Records{"of the other"});
    EXPECT_TRUE(loaded->values.empty());
    EXPECT_EQ(other.store->load("s2")->records, Records{"of the frozen one"});
}

// The child appends until it hears that it lost its lease, and says which record it saw durable.
[[noreturn]] void append_until_lost(const std::string& where, int reports) {
    auto opened = PostgresStore::open(where, [](std::function<void()> work) { work(); },
                                      {.lease_ms = lease_ms});
    auto* store = std::get_if<std::unique_ptr<PostgresStore>>(&opened);
    if (!store || (*store)->create("s1", "", {}, {}) != Outcome::durable) ::_exit(3);
    const auto lease = (*store)->claim("s1");
    for (std::uint64_t seq = 1; lease; ++seq) {
        std::promise<Outcome> outcome;
        (*store)->append({*lease, seq, {"child " + std::to_string(seq)}, {}},
                         [&](Outcome came) { outcome.set_value(came); });
        const Outcome came = outcome.get_future().get();
        if (came == Outcome::lost_lease) ::_exit(0);
        if (came != Outcome::durable) ::_exit(4);
        if (::write(reports, &seq, sizeof seq) != sizeof seq) ::_exit(5);
    }
    ::_exit(6);
}

TEST(Lease, of_a_process_that_was_stopped_is_taken_over_and_nothing_told_is_lost) {
    const std::string where = new_postgres_database();
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) append_until_lost(where, ends[1]);
    ::close(ends[1]);
    std::uint64_t told = 0;
    while (told < 50 && ::read(ends[0], &told, sizeof told) == sizeof told) {
    }
    ::kill(child, SIGSTOP);
    ASSERT_GE(told, 50u);

    Other other(where);
    const auto lease = claimed_in_time(*other.store, "s1");
    ASSERT_TRUE(lease);
    const auto taken_over = other.store->load("s1");
    ASSERT_TRUE(taken_over);
    EXPECT_GE(taken_over->records.size(), told);
    EXPECT_EQ(other.append(*lease, taken_over->records.size() + 1, {"of the other"}),
              Outcome::durable);

    ::kill(child, SIGCONT);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "status " << status;
    while (::read(ends[0], &told, sizeof told) == sizeof told) {
    }
    ::close(ends[0]);
    const auto after = other.store->load("s1");
    ASSERT_TRUE(after);
    EXPECT_EQ(after->records.size(), taken_over->records.size() + 1);
    EXPECT_EQ(after->records.back(), "of the other");
    EXPECT_LE(told, taken_over->records.size()) << "told of what is not there";
    for (std::size_t i = 0; i < taken_over->records.size(); ++i)
        EXPECT_EQ(after->records[i], "child " + std::to_string(i + 1));
}

}  // namespace
}  // namespace casustafel::store
