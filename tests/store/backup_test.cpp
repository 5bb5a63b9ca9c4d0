// Copies of a data directory: whole beside a running server, put back only into nothing, and never
// told as more or less than they are.
#include "server/store/backup.hpp"

#include <sys/stat.h>

#include "damage_fixture.hpp"

namespace casustafel::store {
namespace {

class Backup : public testing::Test {
protected:
    static void SetUpTestSuite() { server = std::make_unique<KilledServer>(); }
    static void TearDownTestSuite() { server.reset(); }

    Backup() { server->at_the_end.write_to(folder.data()); }

    static inline std::unique_ptr<KilledServer> server;
    TemporaryFolder folder;
    std::string copy = folder.path() + "/copy.db", elsewhere = folder.path() + "/elsewhere";
};

TEST_F(Backup, of_a_running_server_is_whole_by_itself_and_where_it_is_put_back) {
    const auto running = open_or_die(folder.data(), in_place);
    ASSERT_FALSE(back_up(folder.data(), copy));
    struct stat about {};
    ASSERT_EQ(::stat(copy.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777u, 0600u);
    Verdict verdict = verdict_on(copy, server->told, {.read_only = true});
    EXPECT_FALSE(verdict.named);
    EXPECT_EQ(verdict.lies, std::vector<std::string>{});
    ASSERT_FALSE(put_back(copy, elsewhere));
    verdict = verdict_on(elsewhere, server->told);
    EXPECT_FALSE(verdict.named);
    EXPECT_EQ(verdict.lies, std::vector<std::string>{});
}

TEST_F(Backup, goes_nowhere_where_something_is) {
    ASSERT_FALSE(back_up(folder.data(), copy));
    const std::string before = file_bytes(copy);
    EXPECT_EQ(back_up(folder.data(), copy)->problem, OpenProblem::exists);
    EXPECT_EQ(file_bytes(copy), before);
    EXPECT_EQ(put_back(copy, folder.data())->problem, OpenProblem::exists);
    const auto running = open_or_die(elsewhere, in_place);
    EXPECT_EQ(put_back(copy, elsewhere)->problem, OpenProblem::in_use);
    EXPECT_EQ(put_back(folder.path() + "/none", elsewhere)->problem, OpenProblem::missing);
    EXPECT_EQ(back_up(folder.path() + "/none", copy + "2")->problem, OpenProblem::missing);
}

TEST_F(Backup, that_was_changed_is_named_where_it_is_put_back) {
    ASSERT_FALSE(back_up(folder.data(), copy));
    const std::string whole = file_bytes(copy);
    int named = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        std::string bytes = whole;
        bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
        write_file(copy, bytes);
        std::filesystem::remove_all(elsewhere);
        if (put_back(copy, elsewhere)) {
            ++named;
            continue;
        }
        const Verdict verdict = verdict_on(elsewhere, server->told);
        EXPECT_EQ(verdict.lies, std::vector<std::string>{});
        named += verdict.named;
    }
    EXPECT_GT(named, 20);
}

// Somebody copied the files by hand: what the heads beside them know comes along.
TEST_F(Backup, of_a_database_without_its_write_ahead_file_is_named_by_its_heads) {
    std::filesystem::remove(folder.data() + "/casustafel.db-wal");
    ASSERT_FALSE(put_back(folder.data() + "/casustafel.db", elsewhere));
    EXPECT_TRUE(verdict_on(elsewhere, server->told).named);
}

// The way out when the heads are lost: whoever puts it back has looked at it.
TEST_F(Backup, of_a_database_without_its_heads_is_judged_by_itself) {
    std::filesystem::remove(folder.data() + "/casustafel.heads");
    ASSERT_FALSE(put_back(folder.data() + "/casustafel.db", elsewhere));
    const Verdict verdict = verdict_on(elsewhere, server->told);
    EXPECT_FALSE(verdict.named);
    EXPECT_EQ(verdict.lies, std::vector<std::string>{});
}

}  // namespace
}  // namespace casustafel::store
