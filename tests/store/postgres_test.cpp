// What only a database elsewhere brings: other servers at it, leases that end, a line that breaks
// in the middle of a commit, and a database that dies and comes back.
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "server/store/limits.hpp"
#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

using PostgresTable = Desk<PostgresDesk>;

// One word of SQL, as an operator types it.
void sql(const std::string& where, const std::string& statement) {
    const std::string command =
        "psql -q -v ON_ERROR_STOP=1 -d '" + where + "' -c \"" + statement + "\"";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
}

TEST(Postgres, is_not_opened_without_its_tables_or_with_those_of_a_newer_version) {
    const std::string bare = test::PostgresServer::shared().new_database();
    const auto at_once = [](std::function<void()> work) { work(); };
    auto opened = PostgresStore::open(bare, at_once);
    ASSERT_TRUE(std::holds_alternative<OpenError>(opened));
    EXPECT_EQ(std::get<OpenError>(opened).problem, OpenProblem::not_migrated);

    const std::string where = new_postgres_database();
    EXPECT_EQ(std::get<Migrated>(migrate_postgres(where)).from, 1);
    sql(where, "UPDATE casustafel.format SET number = 99");
    EXPECT_EQ(std::get<OpenError>(PostgresStore::open(where, at_once)).problem,
              OpenProblem::newer_format);
    EXPECT_EQ(std::get<OpenError>(migrate_postgres(where)).problem, OpenProblem::newer_format);
}

TEST(Postgres, says_where_it_is_without_what_is_secret) {
    EXPECT_EQ(postgres_without_secrets("postgresql://me:secret@one,two/name?sslmode=require"),
              "postgresql://one,two/name");
}

TEST(Postgres, takes_the_host_of_several_that_may_be_written_to) {
    PostgresTable desk;
    const std::string folder = test::PostgresServer::shared().folder();
    const std::string name =
        desk.where.substr(14, desk.where.find('?') - 14);  // behind "postgresql:///"
    const std::string two = "postgresql:///" + name + "?user=casustafel&host=/nowhere," + folder;
    const auto store = open_postgres_or_die(two, desk.loop.executor());
    EXPECT_EQ(store->create("s1", "", {}, {}), Outcome::durable);
}

TEST(Postgres, names_what_was_changed_behind_its_back) {
    struct Case {
        const char* statement;
        DamageKind kind;
    };
    for (const Case& each : {
             Case{"UPDATE casustafel.records SET bytes = 'x' WHERE seq = 2", DamageKind::record},
             Case{"DELETE FROM casustafel.records WHERE seq = 3", DamageKind::ending},
             Case{"DELETE FROM casustafel.records WHERE seq = 1", DamageKind::record},
             Case{"UPDATE casustafel.sessions SET header = 'x' WHERE id = 's1'",
                  DamageKind::record},
             Case{"UPDATE casustafel.named_values SET bytes = bytes || 'x' WHERE name = 'v'",
                  DamageKind::value},
             Case{"DELETE FROM casustafel.named_values WHERE name = 'v'", DamageKind::values},
             Case{"UPDATE casustafel.sessions SET seal = 'x' WHERE id = 's1'", DamageKind::seal},
         }) {
        PostgresTable desk;
        const Lease lease = desk.new_session("s1");
        desk.new_session("s2");
        EXPECT_EQ(desk.append(lease, 1, {"one", "two", "three"}, {{"v", "1"}}), Outcome::durable);
        ASSERT_NO_FATAL_FAILURE(sql(desk.where, each.statement));
        desk.restart();
        const auto examined = desk.store().examine("s1");
        ASSERT_TRUE(examined && examined->damage) << each.statement;
        EXPECT_EQ(examined->damage->kind, each.kind) << each.statement;
        EXPECT_FALSE(desk.store().load("s1"));
        EXPECT_TRUE(desk.store().load("s2")) << "the others are served";
        EXPECT_TRUE(desk.store().damage().empty()) << each.statement;
    }
}

TEST(Postgres, names_a_list_of_sessions_that_is_not_whole) {
    PostgresTable desk;
    desk.new_session("s1");
    desk.new_session("s2");
    ASSERT_NO_FATAL_FAILURE(sql(desk.where, "DELETE FROM casustafel.sessions WHERE id = 's2'"));
    desk.restart();
    ASSERT_EQ(desk.store().damage().size(), 1u);
    EXPECT_EQ(desk.store().damage()[0].kind, DamageKind::sessions);
    EXPECT_EQ(desk.store().list(), std::vector<std::string>{"s1"});
}

TEST(Postgres, keeps_nothing_of_an_erased_session_but_its_place_in_the_list) {
    PostgresTable desk;
    const Lease lease = desk.new_session("s1");
    EXPECT_EQ(desk.append(lease, 1, {"one"}, {{"name", "Jan"}}), Outcome::durable);
    EXPECT_EQ(desk.store().erase("s1"), Outcome::durable);
    EXPECT_EQ(desk.append(lease, 2, {"two"}), Outcome::lost_lease);
    desk.restart();
    EXPECT_TRUE(desk.store().list().empty());
    EXPECT_FALSE(desk.store().examine("s1"));
    EXPECT_EQ(desk.store().create("s1", "", {}, {}), Outcome::failed);
    EXPECT_TRUE(desk.store().damage().empty());
    ASSERT_NO_FATAL_FAILURE(
        sql(desk.where,
            "DO 'BEGIN ASSERT NOT EXISTS (SELECT FROM casustafel.records); ASSERT NOT "
            "EXISTS (SELECT FROM casustafel.named_values); END'"));
}

}  // namespace
}  // namespace casustafel::store
