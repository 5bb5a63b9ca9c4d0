// A directory of the first format, as a server of before the checks left it: read as it is by what
// only reads, upgraded by a server, whole before and after.
#include <sqlite3.h>

#include "damage_fixture.hpp"

namespace casustafel::store {
namespace {

const std::string stored = CASUSTAFEL_SOURCE_DIR "/tests/golden/runs/good.db";

class Upgrade : public testing::Test {
protected:
    Upgrade() {
        std::filesystem::create_directories(folder.data());
        std::filesystem::copy_file(stored, database);
    }
    void change(const char* sql) {
        sqlite3* connection = nullptr;
        ASSERT_EQ(sqlite3_open(database.c_str(), &connection), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(connection);
    }
    OpenError error() {
        auto opened = SqliteStore::open(folder.data(), in_place);
        if (auto* error = std::get_if<OpenError>(&opened)) return *error;
        ADD_FAILURE() << "it opened";
        return {};
    }

    TemporaryFolder folder;
    std::string database = folder.data() + "/casustafel.db";
};

TEST_F(Upgrade, changes_nothing_of_what_is_read) {
    std::optional<LoadedSession> before;
    std::optional<std::string> key;
    std::string id;
    {
        const auto reader = open_or_die(folder.data(), in_place, {.read_only = true});
        id = reader->list().front();
        before = reader->load(id);
        key = reader->server_value("trainer_key");
        EXPECT_TRUE(reader->damage().empty());
    }
    ASSERT_TRUE(before);
    ASSERT_FALSE(before->records.empty());
    for (int start = 0; start < 2; ++start) {
        const auto server = open_or_die(folder.data(), in_place);
        const auto after = server->load(id);
        ASSERT_TRUE(after);
        EXPECT_EQ(after->header, before->header);
        EXPECT_EQ(after->records, before->records);
        EXPECT_EQ(after->values, before->values);
        EXPECT_EQ(server->server_value("trainer_key"), key);
        EXPECT_TRUE(server->damage().empty());
    }
    const auto reader = open_or_die(folder.data(), in_place, {.read_only = true});
    EXPECT_EQ(reader->load(id)->records, before->records);
}

TEST_F(Upgrade, goes_on_where_the_log_ended) {
    const auto server = open_or_die(folder.data(), in_place);
    const std::string id = server->list().front();
    const std::size_t records = server->load(id)->records.size();
    std::promise<Outcome> told;
    server->append({server->claim(id).value(), records + 1, {"one more"}, {}},
                   [&](Outcome outcome) { told.set_value(outcome); });
    EXPECT_EQ(told.get_future().get(), Outcome::durable);
    EXPECT_EQ(server->load(id)->records.size(), records + 1);
}

TEST_F(Upgrade, leaves_nothing_behind_of_the_values_as_they_stood) {
    const auto count = [&](const std::string& name) {
        const std::string bytes = all_bytes(folder.data());
        std::size_t times = 0;
        for (std::size_t at = 0; (at = bytes.find(name, at)) != std::string::npos; ++at) ++times;
        return times;
    };
    change("UPDATE value_bytes SET bytes = CAST('Mirjam-van-Altena' AS BLOB) WHERE place = 3");
    ASSERT_EQ(count("Mirjam-van-Altena"), 1u);
    const auto server = open_or_die(folder.data(), in_place);
    EXPECT_EQ(count("Mirjam-van-Altena"), 1u);
}

TEST_F(Upgrade, keeps_a_hole_a_hole) {
    change("DELETE FROM records WHERE seq = 20");
    const auto server = open_or_die(folder.data(), in_place);
    const auto examined = server->examine(server->list().front());
    ASSERT_TRUE(examined && examined->damage);
    EXPECT_EQ(examined->damage->stands, 19u);
}

TEST_F(Upgrade, is_refused_when_the_pages_are_damaged) {
    std::string bytes = file_bytes(database);
    for (std::size_t page = 4; page < 8; ++page) bytes[page * 4096] = '\x7f';
    write_file(database, bytes);
    EXPECT_EQ(error().problem, OpenProblem::damaged);
    EXPECT_EQ(file_bytes(database), bytes);
}

TEST_F(Upgrade, is_refused_to_an_older_copy_than_its_heads) {
    {
        const auto server = open_or_die(folder.data(), in_place);
        const std::string id = server->list().front();
        server->append({server->claim(id).value(), server->load(id)->records.size() + 1, {"x"}, {}},
                       [](Outcome) {});
    }
    std::filesystem::remove(database);
    std::filesystem::copy_file(stored, database);
    EXPECT_EQ(error().problem, OpenProblem::damaged);
}

TEST_F(Upgrade, that_a_crash_took_back_is_done_again) {
    // The heads are written before the commit.
    { open_or_die(folder.data(), in_place); }
    std::filesystem::remove(database);
    std::filesystem::copy_file(stored, database);
    const auto server = open_or_die(folder.data(), in_place);
    EXPECT_TRUE(server->load(server->list().front()));
    EXPECT_TRUE(server->damage().empty());
}

}  // namespace
}  // namespace casustafel::store
