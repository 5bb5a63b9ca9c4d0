// A log knows when it is not whole: whatever is flipped, cut, zeroed, left behind or put back, what
// is told is all that was acknowledged, or it is called damaged.
#include <cstdio>

#include "damage_fixture.hpp"
#include "server/store/text_hash.hpp"

namespace casustafel::store {
namespace {

constexpr unsigned rounds = 500;

class Damaged : public testing::Test {
protected:
    static void SetUpTestSuite() { server = std::make_unique<KilledServer>(); }
    static void TearDownTestSuite() { server.reset(); }

    Verdict verdict(const Files& files) {
        files.write_to(folder.data());
        const Verdict read = verdict_on(folder.data(), server->told, {.read_only = true});
        const Verdict started = verdict_on(folder.data(), server->told);
        for (const Verdict* each : {&read, &started})
            for (const std::string& lie : each->lies) ADD_FAILURE() << lie;
        EXPECT_EQ(read.named, started.named) << "reading and starting judge alike";
        return started;
    }
    Examined examined(const std::string& session) {
        return open_or_die(folder.data(), in_place)->examine(session).value();
    }

    static inline std::unique_ptr<KilledServer> server;
    // In memory where there is such a place: nothing here rests on a slow sync.
    TemporaryFolder folder{std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp"};
};

std::string flipped(std::string bytes, std::mt19937& random) {
    bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
    return bytes;
}

std::string zeroed(std::string bytes, std::mt19937& random) {
    const std::size_t size = random() % 2 == 0 ? 512 : 4096, at = random() % bytes.size();
    for (std::size_t i = at / size * size; i < std::min(bytes.size(), (at / size + 1) * size); ++i)
        bytes[i] = '\0';
    return bytes;
}

std::string cut(std::string bytes, std::mt19937& random) {
    bytes.resize(random() % bytes.size());
    return bytes;
}

TEST_F(Damaged, nothing_is_called_damaged_after_a_kill) {
    EXPECT_FALSE(verdict(server->at_the_end).named);
    EXPECT_FALSE(server->at_the_end.wal.empty());
}

TEST_F(Damaged, nothing_is_called_whole_that_is_not_after_five_hundred_flips_and_cuts) {
    // Half of them after a start: then nothing stands in the write-ahead file any more.
    server->at_the_end.write_to(folder.data());
    open_or_die(folder.data(), in_place);
    const Files settled = Files::of(folder.data());
    int equal = 0, named = 0, refused = 0;
    for (unsigned seed = 1; seed <= rounds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        Files files = seed % 2 == 0 ? server->at_the_end : settled;
        std::vector<std::string*> all = {&files.database, &files.heads};
        if (!files.wal.empty()) all.push_back(&files.wal);
        std::string& hurt = *all[random() % all.size()];
        switch (random() % 4) {
            case 0:
            case 1: hurt = flipped(hurt, random); break;
            case 2: hurt = zeroed(hurt, random); break;
            case 3: hurt = cut(hurt, random); break;
        }
        const Verdict found = verdict(files);
        equal += !found.named;
        named += found.named && !found.refused;
        refused += found.refused;
    }
    std::printf("of %u: %d as acknowledged, %d named and the rest served, %d not opened\n", rounds,
                equal, named, refused);
    EXPECT_GT(named, 100);
    EXPECT_GT(equal, 50);
}

TEST_F(Damaged, a_copy_without_its_write_ahead_file_is_named) {
    Files files = server->at_the_end;
    files.wal.clear();
    EXPECT_TRUE(verdict(files).named);
    files.heads.clear();
    files.write_to(folder.data());
    auto opened = SqliteStore::open(folder.data(), in_place);
    ASSERT_TRUE(std::holds_alternative<OpenError>(opened));
}

TEST_F(Damaged, an_older_copy_of_any_file_is_named) {
    for (std::string Files::*file : {&Files::database, &Files::wal}) {
        Files files = server->at_the_end;
        files.*file = server->half_way.*file;
        if (files.*file == server->at_the_end.*file) continue;
        EXPECT_TRUE(verdict(files).named);
    }
    Files older = server->half_way;
    older.heads = server->at_the_end.heads;
    EXPECT_TRUE(verdict(older).named) << "the whole directory but for the heads";
}

TEST_F(Damaged, heads_that_lag_behind_after_a_power_cut_are_no_damage) {
    Files files = server->at_the_end;
    files.heads = server->half_way.heads;
    EXPECT_FALSE(verdict(files).named);
}

// Each head stands twice: what tears the newest leaves the one before it.
TEST_F(Damaged, a_torn_head_is_no_damage_and_both_torn_are) {
    Files files = server->at_the_end;
    for (std::size_t at = 0; at < 4096; ++at) files.heads[at] = 'x';
    EXPECT_FALSE(verdict(files).named);
    for (std::size_t at = 4096; at < 8192; ++at) files.heads[at] = 'x';
    EXPECT_TRUE(verdict(files).named);
}

TEST_F(Damaged, heads_that_are_gone_or_empty_are_never_a_first_start) {
    Files files = server->at_the_end;
    files.heads.clear();
    files.write_to(folder.data());
    for (const bool empty : {false, true}) {
        if (empty) write_file(folder.data() + "/casustafel.heads", "");
        auto opened = SqliteStore::open(folder.data(), in_place);
        ASSERT_TRUE(std::holds_alternative<OpenError>(opened));
        EXPECT_EQ(std::get<OpenError>(opened).problem, OpenProblem::no_heads);
    }
}

TEST_F(Damaged, a_database_that_is_empty_beside_its_heads_is_never_a_first_start) {
    for (const std::string& bytes : {std::string(), std::string(20000, '\0')}) {
        Files files = server->at_the_end;
        files.database = bytes;
        files.wal.clear();
        files.write_to(folder.data());
        auto opened = SqliteStore::open(folder.data(), in_place);
        ASSERT_TRUE(std::holds_alternative<OpenError>(opened));
        EXPECT_EQ(std::get<OpenError>(opened).problem, OpenProblem::damaged);
    }
    std::filesystem::remove(folder.data() + "/casustafel.db");
    EXPECT_TRUE(std::holds_alternative<OpenError>(SqliteStore::open(folder.data(), in_place)));
}

TEST_F(Damaged, one_session_alone_is_held_and_stands_up_to_the_damage) {
    Files files = server->at_the_end;
    files.write_to(folder.data());
    open_or_die(folder.data(), in_place);  // everything is in the database now
    files = Files::of(folder.data());
    const std::size_t at = files.database.find("record 9 of session-2");
    ASSERT_NE(at, std::string::npos);
    files.database[at + 1] ^= 1;
    files.write_to(folder.data());
    int damaged = 0;
    for (const auto& [id, truth] : server->told.sessions) {
        const Examined found = examined(id);
        if (!found.damage) continue;
        ++damaged;
        EXPECT_EQ(found.damage->kind, DamageKind::record);
        EXPECT_EQ(found.damage->stands, 9u);
        EXPECT_EQ(found.damage->known, truth.records.size());
        EXPECT_EQ(found.standing.records.size(), 9u);
    }
    EXPECT_EQ(damaged, 1);
}

TEST_F(Damaged, a_text_that_is_not_the_one_that_was_given_is_not_given) {
    TemporaryFolder other;
    const std::string text = "the whole case";
    open_or_die(other.data(), in_place)->create("s1", "", {text}, {});
    Files files = Files::of(other.data());
    files.database[files.database.find(text)] ^= 1;
    files.write_to(other.data());
    const auto store = open_or_die(other.data(), in_place);
    EXPECT_EQ(store->text(text_hash(text)), std::nullopt);
    EXPECT_EQ(store->create("s2", "", {text}, {}), Outcome::durable);
    EXPECT_EQ(store->text(text_hash(text)), text) << "whoever brings it again mends it";
}

TEST_F(Damaged, a_damaged_session_takes_no_more_records_and_the_others_do) {
    Files files = server->at_the_end;
    files.wal.clear();
    files.write_to(folder.data());
    const auto store = open_or_die(folder.data(), in_place);
    ASSERT_FALSE(store->damage().empty() && store->load("session-0"));
    EXPECT_EQ(store->create("another", "", {}, {{"code", "x"}}), Outcome::durable);
    std::promise<Outcome> told;
    store->append({store->claim("another").value(), 1, {"r"}, {}},
                  [&](Outcome outcome) { told.set_value(outcome); });
    EXPECT_EQ(told.get_future().get(), Outcome::durable);
    EXPECT_TRUE(store->load("another"));
}

}  // namespace
}  // namespace casustafel::store
