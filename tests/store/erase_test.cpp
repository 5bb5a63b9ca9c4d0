// What is erased is gone from the files, not only from the answers.
#include <random>

#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

TEST(Erase, leaves_no_trace_of_a_name_in_the_files_while_the_server_runs) {
    Desk<SqliteDesk> desk;
    const Lease lease = desk.new_session("s1");
    desk.append(lease, 1, {"record"}, {{"p1", "Mirjam-van-Altena"}, {"p2", "Joris"}});
    ASSERT_NE(all_bytes(desk.folder.data()).find("Mirjam-van-Altena"), std::string::npos);
    EXPECT_EQ(desk.append(lease, 2, {}, {{"p1", {}}}), Outcome::durable);
    EXPECT_EQ(all_bytes(desk.folder.data()).find("Mirjam-van-Altena"), std::string::npos);
    EXPECT_NE(all_bytes(desk.folder.data()).find("Joris"), std::string::npos);
}

TEST(Erase, takes_along_what_the_value_held_before) {
    Desk<SqliteDesk> desk;
    const Lease lease = desk.new_session("s1");
    desk.append(lease, 1, {}, {{"p1", "First-Spelling"}});
    desk.append(lease, 1, {}, {{"p1", "Second-And-Longer-Spelling"}});
    desk.append(lease, 1, {}, {{"p1", {}}});
    const std::string bytes = all_bytes(desk.folder.data());
    EXPECT_EQ(bytes.find("First-Spelling"), std::string::npos);
    EXPECT_EQ(bytes.find("Second-And-Longer-Spelling"), std::string::npos);
}

TEST(Erase, leaves_no_trace_of_a_value_of_the_server) {
    Desk<SqliteDesk> desk;
    desk.store().set_server_value({"trainer_key", "hash-of-the-first-key"});
    desk.store().set_server_value({"trainer_key", {}});
    EXPECT_EQ(all_bytes(desk.folder.data()).find("hash-of-the-first-key"), std::string::npos);
}

TEST(Erase, of_a_session_leaves_nothing_of_it_and_the_others_whole) {
    Desk<SqliteDesk> desk;
    const Lease gone = desk.new_session("s1"), stays = desk.new_session("s2");
    for (std::uint64_t seq = 1; seq <= 40; ++seq) {
        desk.append(gone, seq, {"Terhorst-" + std::string(300, 'x')}, {});
        desk.append(stays, seq, {"record"}, {});
    }
    desk.append(gone, 41, {}, {{"p1", "Mirjam-van-Altena"}});
    EXPECT_EQ(desk.store().erase("s1"), Outcome::durable);
    EXPECT_EQ(desk.store().erase("s1"), Outcome::lost_lease);
    EXPECT_EQ(desk.store().list(), std::vector<std::string>{"s2"});
    EXPECT_FALSE(desk.store().examine("s1"));
    EXPECT_FALSE(desk.store().claim("s1"));
    EXPECT_EQ(desk.append(gone, 41, {"late"}, {}), Outcome::lost_lease);
    EXPECT_EQ(desk.store().create("s1", "again", {}, {}), Outcome::failed) << "never used again";
    EXPECT_EQ(desk.append(stays, 41, {"record"}, {}), Outcome::durable);
    EXPECT_TRUE(desk.store().damage().empty());
    EXPECT_EQ(all_bytes(desk.folder.data()).find("Mirjam-van-Altena"), std::string::npos);
    desk.restart();
    EXPECT_EQ(desk.store().list(), std::vector<std::string>{"s2"});
    EXPECT_EQ(desk.store().load("s2")->records.size(), 41U);
    EXPECT_TRUE(desk.store().damage().empty());
}

// A crash between the commit of an erasure and the emptying of the write-ahead file: the copy of
// the folder taken at that moment is opened by the next process.
TEST(Erase, is_completed_at_the_next_start_after_a_crash) {
    struct CopyAtCommit : Faults {
        std::string from, to;
        void after_commit_before_reply() override {
            std::filesystem::remove_all(to);
            std::filesystem::copy(from, to);
        }
    };
    TemporaryFolder folder;
    const auto faults = std::make_shared<CopyAtCommit>();
    faults->from = folder.data();
    faults->to = folder.path() + "/copy";
    WorkQueue loop;
    {
        const auto store = open_or_die(folder.data(), loop.executor(), {.faults = faults});
        store->create("s1", "", {}, {{"p1", "Mirjam-van-Altena"}});
        store->append({store->claim("s1").value(), 1, {}, {{"p1", {}}}}, [](Outcome) {});
    }
    ASSERT_NE(all_bytes(faults->to).find("Mirjam-van-Altena"), std::string::npos);
    const auto reopened = open_or_die(faults->to, loop.executor());
    EXPECT_EQ(all_bytes(faults->to).find("Mirjam-van-Altena"), std::string::npos);
    EXPECT_TRUE(reopened->load("s1")->values.empty());
}

// Rows move between pages while others come and go; SQLite must not leave copies behind, also in
// the pages that stay full of what was not erased.
TEST(Erase, leaves_no_trace_whatever_happened_to_the_pages_before) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        Desk<SqliteDesk> desk;
        std::mt19937 random(seed);
        std::vector<Lease> leases;
        for (int i = 0; i < 20; ++i) leases.push_back(desk.new_session("s" + std::to_string(i)));
        std::map<std::pair<std::size_t, std::string>, std::string> current;
        const int steps = 3000;
        for (int step = 0; step < steps; ++step) {
            const std::size_t session = random() % leases.size();
            const std::string name = "p" + std::to_string(random() % 40);
            Value value{name, {}};
            current.erase({session, name});
            if (random() % 4 > 0) {
                const std::string secret = "SECRET-" + std::to_string(step) + ";";
                const std::size_t filler = random() % 50 == 0 ? 6000 : random() % 300;
                value.bytes = secret + std::string(filler, 'n');
                current[{session, name}] = secret;
            }
            desk.send(leases[session], 1, {}, {value});
        }
        // The last erasure takes along what the write-ahead file still holds of values that were
        // replaced. It is one only of what has been written: in one group with the value nothing of
        // either reaches a file.
        desk.send(leases[0], 1, {}, {{"p0", "last"}});
        desk.settle();
        desk.send(leases[0], 1, {}, {{"p0", {}}});
        current.erase({0, "p0"});
        desk.settle();
        std::set<std::string> allowed;
        for (const auto& [place, secret] : current) allowed.insert(secret);
        const std::string bytes = all_bytes(desk.folder.data());
        std::size_t kept = 0;
        for (std::size_t at = 0; (at = bytes.find("SECRET-", at)) != std::string::npos; ++at) {
            const std::string secret = bytes.substr(at, bytes.find(';', at) + 1 - at);
            EXPECT_TRUE(allowed.contains(secret)) << "seed " << seed << ": " << secret;
            ++kept;
        }
        EXPECT_GE(kept, allowed.size());
    }
}

}  // namespace
}  // namespace casustafel::store
