// The line to the database breaks in the middle of a commit: nobody knows whether it came through,
// and yet everything that is answered `durable` stands there, and stands there once.
#include <random>

#include "broken_line.hpp"
#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

struct BrokenDesk {
    std::string direct = new_postgres_database();
    TemporaryFolder folder;
    BrokenLine line{folder.path(), test::PostgresServer::shared().folder()};
    WorkQueue loop;
    std::unique_ptr<PostgresStore> kept;

    explicit BrokenDesk(int patience_ms = 10'000) {
        const std::string name = direct.substr(14, direct.find('?') - 14);
        const std::string where = test::PostgresServer::shared().through(folder.path(), name);
        PostgresOptions options;
        options.lease_ms = 60'000;  // what it says at rest meets no break
        options.patience_ms = patience_ms;
        kept = open_postgres_or_die(where, loop.executor(), options);
    }
    Store& store() { return *kept; }
    void complete() {}
    // What stands there, seen by another way.
    LoadedSession seen(const std::string& session) {
        PostgresOptions options;
        options.read_only = true;
        return open_postgres_or_die(direct, loop.executor(), options)->load(session).value();
    }
};

const Break all_breaks[] = {Break::before, Break::halfway, Break::after_the_answer,
                            Break::arrives_late};

TEST(BrokenLine, in_a_commit_does_it_exactly_once) {
    for (const Break how : all_breaks) {
        SCOPED_TRACE(int(how));
        Desk<BrokenDesk> desk;
        const Lease lease = desk.new_session("s1");
        EXPECT_EQ(desk.append(lease, 1, {"one"}, {{"v", "1"}}), Outcome::durable);
        desk.line.break_next(how);
        EXPECT_EQ(desk.append(lease, 2, {"two"}, {{"v", "2"}}), Outcome::durable);
        EXPECT_EQ(desk.line.breaks(), 1);
        EXPECT_EQ(desk.append(lease, 3, {"three"}), Outcome::durable);
        desk.line.let_arrive();
        EXPECT_EQ(desk.append(lease, 4, {"four"}), Outcome::durable);
        EXPECT_EQ(desk.seen("s1").records, (Records{"one", "two", "three", "four"}));
        EXPECT_EQ(desk.seen("s1").values, (Values{{"v", "2"}}));
    }
}

TEST(BrokenLine, in_making_claiming_and_erasing_does_it_exactly_once) {
    for (const Break how : all_breaks) {
        SCOPED_TRACE(int(how));
        Desk<BrokenDesk> desk;
        desk.line.break_next(how);
        EXPECT_EQ(desk.store().create("s1", "h", {"t"}, {{"v", "1"}}), Outcome::durable);
        desk.line.break_next(how);
        const auto lease = desk.store().claim("s1");
        ASSERT_TRUE(lease);
        EXPECT_EQ(desk.append(*lease, 1, {"one"}), Outcome::durable);
        desk.line.break_next(how);
        EXPECT_EQ(desk.store().set_server_value({"key", "k"}), Outcome::durable);
        desk.line.break_next(how);
        EXPECT_EQ(desk.seen("s1").records, Records{"one"});
        desk.line.break_next(how);
        EXPECT_EQ(desk.store().erase("s1"), Outcome::durable);
        desk.line.let_arrive();
        EXPECT_TRUE(desk.store().list().empty());
        EXPECT_TRUE(desk.store().damage().empty());
        EXPECT_GE(desk.line.breaks(), 4);
    }
}

TEST(BrokenLine, at_any_moment_loses_and_doubles_nothing) {
    int breaks = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        Desk<BrokenDesk> desk;
        const Lease lease = desk.new_session("s1");
        Records wanted;
        for (int round = 0; round < 15; ++round) {
            if (random() % 3 == 0) desk.line.break_next(all_breaks[random() % 4]);
            for (unsigned left = 1 + random() % 4; left > 0; --left) {
                wanted.push_back(std::to_string(wanted.size() + 1));
                desk.send(lease, wanted.size(), {wanted.back()}, {{"v", wanted.back()}});
            }
            for (const Outcome outcome : desk.settle()) ASSERT_EQ(outcome, Outcome::durable);
            if (random() % 4 == 0) desk.line.let_arrive();
        }
        desk.line.let_arrive();
        EXPECT_EQ(desk.seen("s1").records, wanted);
        EXPECT_EQ(desk.seen("s1").values, (Values{{"v", wanted.back()}}));
        breaks += desk.line.breaks();
    }
    EXPECT_GT(breaks, 60);
}

TEST(BrokenLine, that_stays_away_fails_what_waits_and_the_next_claim_tells_what_stands) {
    for (const Break how : all_breaks) {
        SCOPED_TRACE(int(how));
        Desk<BrokenDesk> desk(300);
        const Lease lease = desk.new_session("s1");
        EXPECT_EQ(desk.append(lease, 1, {"one"}), Outcome::durable);
        desk.line.let_in(false);
        desk.line.break_next(how);
        EXPECT_EQ(desk.append(lease, 2, {"two"}), Outcome::failed);
        EXPECT_EQ(desk.append(lease, 3, {"three"}), Outcome::failed);
        EXPECT_FALSE(desk.store().probe());
        EXPECT_FALSE(desk.store().load("s1"));
        desk.line.let_in(true);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!desk.store().probe() && std::chrono::steady_clock::now() < deadline) {
        }
        const auto again = desk.store().claim("s1");
        ASSERT_TRUE(again);
        const auto stands = desk.store().load("s1");
        ASSERT_TRUE(stands);
        const bool came_through = how == Break::after_the_answer;
        EXPECT_EQ(stands->records, came_through ? (Records{"one", "two"}) : Records{"one"});
        const std::uint64_t next = stands->records.size() + 1;
        EXPECT_EQ(desk.append(*again, next, {"next"}), Outcome::durable);
        desk.line.let_arrive();
        EXPECT_EQ(desk.seen("s1").records.size(), next);
    }
}

// Its own server, which dies: open transactions are gone, what was durable is there.
TEST(BrokenLine, to_a_database_that_dies_and_comes_back_goes_on) {
    test::PostgresServer server;
    const std::string where = server.new_database();
    ASSERT_TRUE(std::holds_alternative<Migrated>(migrate_postgres(where)));
    WorkQueue loop;
    const auto store = open_postgres_or_die(where, loop.executor());
    ASSERT_EQ(store->create("s1", "", {}, {}), Outcome::durable);
    const Lease lease = store->claim("s1").value();
    Records wanted;
    int answered = 0;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 200; ++i) {
            wanted.push_back(std::to_string(wanted.size() + 1));
            store->append({lease, wanted.size(), {wanted.back()}, {}}, [&](Outcome outcome) {
                EXPECT_EQ(outcome, Outcome::durable);
                ++answered;
            });
        }
        ASSERT_TRUE(loop.run_until([&] { return answered > round * 200 + 20; }));
        round % 2 == 0 ? server.kill() : server.stop();
        server.start();
    }
    ASSERT_TRUE(loop.run_until([&] { return answered == 800; }));
    EXPECT_EQ(store->load("s1")->records, wanted);
}

}  // namespace
}  // namespace casustafel::store
