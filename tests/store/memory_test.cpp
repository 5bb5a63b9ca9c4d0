// What the store in memory adds to the contract: a test decides what becomes durable, and when.
#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

class Memory : public testing::Test {
protected:
    MemoryStore store{[](std::function<void()> work) { work(); }};
    Outcomes outcomes;
    Lease lease = new_session("s1");

    Lease new_session(const std::string& session) {
        store.create(session, "header", {}, {});
        return store.claim(session).value();
    }
    void send(std::uint64_t first_seq, const std::string& record) {
        store.append({lease, first_seq, {record}, {{"last", record}}},
                     [this](Outcome outcome) { outcomes.push_back(outcome); });
    }
    Records records() { return store.load("s1")->records; }
};

TEST_F(Memory, completes_nothing_before_it_is_told) {
    send(1, "a");
    send(2, "b");
    EXPECT_EQ(store.waiting(), 2u);
    EXPECT_TRUE(outcomes.empty());
    EXPECT_TRUE(records().empty());
    store.complete_next();
    EXPECT_EQ(outcomes, Outcomes{Outcome::durable});
    EXPECT_EQ(records(), Records{"a"});
    EXPECT_EQ(store.waiting(), 1u);
}

TEST_F(Memory, drops_what_was_not_completed_when_the_process_dies) {
    send(1, "a");
    send(2, "b");
    store.complete_next();
    store.crash();
    store.complete_all();
    EXPECT_EQ(outcomes, Outcomes{Outcome::durable});
    EXPECT_EQ(records(), Records{"a"});
    EXPECT_EQ(store.load("s1")->values, (Values{{"last", "a"}}));
}

TEST_F(Memory, fails_the_next_one_alone_when_told_and_what_follows_it) {
    send(1, "a");
    send(2, "b");
    store.complete_next(Outcome::failed);
    store.complete_next();
    EXPECT_EQ(outcomes, Outcomes(2, Outcome::failed));
    send(1, "a again");
    store.complete_next();
    EXPECT_EQ(records(), Records{"a again"});
}

TEST_F(Memory, lets_another_host_claim_when_told_to_lose_the_lease) {
    send(1, "a");
    send(2, "b");
    store.complete_next(Outcome::lost_lease);
    store.complete_next();
    EXPECT_EQ(outcomes, Outcomes(2, Outcome::lost_lease));
    EXPECT_TRUE(records().empty());
}

TEST_F(Memory, fails_everything_of_one_commit_by_script) {
    send(1, "a");
    send(2, "b");
    store.fail_next_commits(1);
    store.complete_all();
    EXPECT_EQ(outcomes, Outcomes(2, Outcome::failed));
    send(1, "c");
    store.complete_all();
    EXPECT_EQ(outcomes.back(), Outcome::durable);
}

TEST_F(Memory, refuses_every_write_while_full_and_still_reads) {
    store.disk_full(true);
    send(1, "a");
    store.complete_all();
    EXPECT_EQ(outcomes, Outcomes{Outcome::failed});
    EXPECT_FALSE(store.probe());
    EXPECT_EQ(store.create("s2", "", {}, {}), Outcome::failed);
    EXPECT_EQ(store.load("s1")->header, "header");
    store.disk_full(false);
    EXPECT_TRUE(store.probe());
}

TEST_F(Memory, leaves_to_the_next_commit_what_an_answer_appends) {
    store.append({lease, 1, {"a"}, {}}, [this](Outcome) { send(2, "b"); });
    store.complete_all();
    EXPECT_EQ(store.waiting(), 1u);
    EXPECT_EQ(records(), Records{"a"});
}

TEST(MemoryAtOnce, is_durable_before_append_returns) {
    MemoryStore store([](std::function<void()> work) { work(); }, MemoryStore::Completion::at_once);
    store.create("s1", "", {}, {});
    Outcomes outcomes;
    store.append({store.claim("s1").value(), 1, {"a"}, {}},
                 [&](Outcome outcome) { outcomes.push_back(outcome); });
    EXPECT_EQ(outcomes, Outcomes{Outcome::durable});
    EXPECT_EQ(store.waiting(), 0u);
    EXPECT_EQ(store.load("s1")->records, Records{"a"});
}

}  // namespace
}  // namespace casustafel::store
