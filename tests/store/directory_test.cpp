// The data directory: whose it is, who may read it, and what is refused in it.
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

const Executor in_place = [](std::function<void()> work) { work(); };

OpenError error_of(const std::string& folder, SqliteOptions options = {}) {
    auto opened = SqliteStore::open(folder, in_place, std::move(options));
    if (auto* error = std::get_if<OpenError>(&opened)) return *error;
    ADD_FAILURE() << "it opened";
    return {};
}

unsigned mode_of(const std::string& path) {
    struct stat about {};
    EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
    return about.st_mode & 0777u;
}

void change(const std::string& folder, const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((folder + "/casustafel.db").c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Directory, is_refused_to_a_second_store_until_the_first_is_gone) {
    TemporaryFolder folder;
    auto first = open_or_die(folder.data(), in_place);
    const OpenError error = error_of(folder.data());
    EXPECT_EQ(error.problem, OpenProblem::in_use);
    EXPECT_EQ(error.path, folder.data());
    EXPECT_EQ(error.detail, std::to_string(::getpid()));
    EXPECT_EQ(first->create("s1", "", {}, {}), Outcome::durable);
    first.reset();
    EXPECT_EQ(open_or_die(folder.data(), in_place)->list().size(), 1u);
}

TEST(Directory, is_closed_to_others_whatever_the_umask) {
    TemporaryFolder folder;
    const mode_t before = ::umask(0);
    const auto store = open_or_die(folder.data(), in_place);
    store->create("s1", "", {}, {});
    ::umask(before);
    EXPECT_EQ(mode_of(folder.data()), 0700u);
    for (const char* file :
         {"/casustafel.db", "/casustafel.db-wal", "/casustafel.db-shm", "/lock"}) {
        EXPECT_EQ(mode_of(folder.data() + file), 0600u) << file;
    }
}

TEST(Directory, that_was_made_open_and_empty_is_closed_and_one_with_contents_left_alone) {
    TemporaryFolder folder;
    const std::string empty = folder.path() + "/empty", full = folder.path() + "/full";
    for (const std::string& made : {empty, full}) {
        std::filesystem::create_directory(made);
        ::chmod(made.c_str(), 0755);
    }
    write_file(full + "/notes.txt", "mine");
    open_or_die(empty, in_place);
    open_or_die(full, in_place);
    EXPECT_EQ(mode_of(empty), 0700u);
    EXPECT_EQ(mode_of(full), 0755u);
    EXPECT_EQ(mode_of(full + "/casustafel.db"), 0600u);
}

TEST(Directory, is_made_with_its_parents) {
    TemporaryFolder folder;
    const auto store = open_or_die(folder.path() + "/a/b/c", in_place);
    EXPECT_EQ(store->create("s1", "", {}, {}), Outcome::durable);
}

TEST(Directory, that_cannot_be_made_is_refused_with_the_systems_words) {
    TemporaryFolder folder;
    write_file(folder.path() + "/file", "");
    const OpenError error = error_of(folder.path() + "/file/data");
    EXPECT_EQ(error.problem, OpenProblem::no_access);
    EXPECT_EQ(error.detail, "Not a directory");
}

TEST(Directory, of_a_newer_format_is_refused_and_left_as_it_is) {
    TemporaryFolder folder;
    open_or_die(folder.data(), in_place)->create("s1", "", {}, {});
    change(folder.data(), "PRAGMA user_version = 3");
    const std::string before = all_bytes(folder.data());
    const OpenError error = error_of(folder.data());
    EXPECT_EQ(error.problem, OpenProblem::newer_format);
    EXPECT_EQ(error.detail, "3");
    EXPECT_EQ(all_bytes(folder.data()), before);
}

TEST(Directory, with_a_database_of_another_program_is_refused_and_left_as_it_is) {
    TemporaryFolder folder;
    change(folder.path(), "CREATE TABLE pictures(x)");
    const std::string before = all_bytes(folder.path()) + std::to_string(::getpid()) + "\n";
    EXPECT_EQ(error_of(folder.path()).problem, OpenProblem::not_ours);
    EXPECT_EQ(all_bytes(folder.path()).size(), before.size());
}

TEST(Directory, with_a_file_that_is_no_database_is_refused) {
    TemporaryFolder folder;
    write_file(folder.path() + "/casustafel.db", std::string(5000, 'x'));
    EXPECT_EQ(error_of(folder.path()).problem, OpenProblem::not_ours);
}

TEST(Directory, with_missing_tables_is_refused_as_damaged) {
    TemporaryFolder folder;
    open_or_die(folder.data(), in_place);
    change(folder.data(), "DROP TABLE records");
    const OpenError error = error_of(folder.data());
    EXPECT_EQ(error.problem, OpenProblem::damaged);
    EXPECT_NE(error.detail.find("records"), std::string::npos);
}

TEST(Directory, holds_no_session_when_a_record_is_missing_in_the_middle) {
    TemporaryFolder folder;
    {
        auto store = open_or_die(folder.data(), in_place);
        store->create("s1", "", {}, {});
        store->append({store->claim("s1").value(), 1, {"a", "b", "c"}, {}}, [](Outcome) {});
    }
    change(folder.data(), "DELETE FROM records WHERE seq = 2");
    EXPECT_FALSE(open_or_die(folder.data(), in_place)->load("s1"));
}

TEST(Directory, can_be_read_beside_a_running_server_and_not_changed) {
    TemporaryFolder folder;
    EXPECT_EQ(error_of(folder.data(), {.read_only = true}).problem, OpenProblem::missing);
    const auto server = open_or_die(folder.data(), in_place);
    server->create("s1", "header", {"text"}, {});
    const Lease lease = server->claim("s1").value();
    const auto reader = open_or_die(folder.data(), in_place, {.read_only = true});
    EXPECT_EQ(reader->load("s1")->header, "header");
    EXPECT_EQ(reader->create("s2", "", {}, {}), Outcome::failed);
    EXPECT_EQ(reader->claim("s1"), std::nullopt);
    EXPECT_EQ(reader->set_server_value({"a", "b"}), Outcome::failed);
    EXPECT_FALSE(reader->probe());
    std::promise<Outcome> refused, written;
    reader->append({lease, 1, {"r"}, {}}, [&](Outcome outcome) { refused.set_value(outcome); });
    EXPECT_EQ(refused.get_future().get(), Outcome::failed);
    server->append({lease, 1, {"r"}, {}}, [&](Outcome outcome) { written.set_value(outcome); });
    EXPECT_EQ(written.get_future().get(), Outcome::durable);
    EXPECT_EQ(reader->load("s1")->records, Records{"r"});
}

TEST(Directory, can_be_read_after_the_server_stopped) {
    TemporaryFolder folder;
    open_or_die(folder.data(), in_place)->create("s1", "header", {}, {});
    const auto reader = open_or_die(folder.data(), in_place, {.read_only = true});
    EXPECT_EQ(reader->load("s1")->header, "header");
}

}  // namespace
}  // namespace casustafel::store
