// How the store's thread makes commits out of what arrives.
#include <thread>

#include "server/store/limits.hpp"
#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

struct HeldDesk : Desk<SqliteDesk> {
    Lease lease = new_session("s1");
    int before = 0;

    // One append is in its commit and stays there; what is sent from now on queues up.
    void hold_one_commit() {
        faults->hold();
        before = faults->commits;
        send(lease, 1, {"first"});
        ASSERT_TRUE(faults->wait_for_commits(before + 1));
    }
    int commits_since() const { return faults->commits - before; }
};

TEST(Group, commits_together_what_arrived_while_the_last_commit_was_syncing) {
    HeldDesk desk;
    const Lease other = desk.new_session("s2");
    desk.hold_one_commit();
    for (std::uint64_t seq = 1; seq <= 50; ++seq) {
        desk.send(desk.lease, seq + 1, {"a"});
        desk.send(other, seq, {"b"});
    }
    desk.faults->release();
    EXPECT_EQ(desk.settle(), Outcomes(101, Outcome::durable));
    EXPECT_EQ(desk.commits_since(), 2);
    EXPECT_EQ(desk.store().load("s1")->records.size(), 51u);
    EXPECT_EQ(desk.store().load("s2")->records.size(), 50u);
}

TEST(Group, takes_no_more_records_than_its_limit) {
    HeldDesk desk;
    desk.hold_one_commit();
    for (std::uint64_t seq = 2; seq <= limits::max_group_records + 2; ++seq) {
        desk.send(desk.lease, seq, {"r"});
    }
    desk.faults->release();
    EXPECT_EQ(desk.settle(), Outcomes(limits::max_group_records + 2, Outcome::durable));
    EXPECT_EQ(desk.commits_since(), 3);
}

TEST(Group, takes_no_more_bytes_than_its_limit_but_always_one_append) {
    HeldDesk desk;
    desk.hold_one_commit();
    desk.send(desk.lease, 2, {std::string(limits::max_group_bytes + 1, 'x')});
    desk.send(desk.lease, 3, {"y"});
    desk.faults->release();
    EXPECT_EQ(desk.settle(), Outcomes(3, Outcome::durable));
    EXPECT_EQ(desk.commits_since(), 3);
}

TEST(Group, fails_as_a_whole_when_its_commit_fails_except_what_was_refused_anyway) {
    HeldDesk desk;
    const Lease two = desk.new_session("s2");
    const Lease three = desk.new_session("s3");
    const Lease newer = desk.store().claim("s3").value();
    desk.hold_one_commit();
    desk.send(desk.lease, 2, {"a"});
    desk.send(two, 1, {"b"}, {{"v", "b"}});
    desk.send(three, 1, {"old lease"});
    desk.faults->fail_commit_number = desk.before + 2;
    desk.faults->release();
    EXPECT_EQ(desk.settle(),
              (Outcomes{Outcome::durable, Outcome::failed, Outcome::failed, Outcome::lost_lease}));
    EXPECT_EQ(desk.store().load("s1")->records, Records{"first"});
    EXPECT_TRUE(desk.store().load("s2")->records.empty());
    EXPECT_TRUE(desk.store().load("s2")->values.empty());
    EXPECT_EQ(desk.append(desk.lease, 2, {"a"}), Outcome::durable);
    EXPECT_EQ(desk.append(two, 1, {"b"}), Outcome::durable);
    EXPECT_EQ(desk.append(newer, 1, {"c"}), Outcome::durable);
}

TEST(Group, reads_after_the_appends_sent_before_the_read) {
    HeldDesk desk;
    for (std::uint64_t seq = 1; seq <= 300; ++seq) desk.send(desk.lease, seq, {"r"});
    EXPECT_EQ(desk.store().load("s1")->records.size(), 300u);
    EXPECT_EQ(desk.settle(), Outcomes(300, Outcome::durable));
}

TEST(Group, is_committed_and_answered_before_the_store_is_gone) {
    HeldDesk desk;
    for (std::uint64_t seq = 1; seq <= 300; ++seq) desk.send(desk.lease, seq, {"r"});
    desk.kept.reset();
    EXPECT_EQ(desk.settle(), Outcomes(300, Outcome::durable));
    desk.kept = desk.open();
    EXPECT_EQ(desk.store().load("s1")->records.size(), 300u);
}

TEST(Group, lets_append_wait_when_the_queue_is_at_its_limit) {
    HeldDesk desk;
    desk.hold_one_commit();
    const std::size_t extra = 10;
    std::atomic<std::size_t> sent{0}, answered{0};
    std::thread sender([&] {
        for (std::size_t i = 0; i < limits::max_queued_appends + extra; ++i) {
            desk.store().append({desk.lease, 2, {}, {}}, [&](Outcome) { ++answered; });
            ++sent;
        }
    });
    while (sent < limits::max_queued_appends) std::this_thread::yield();
    for (int i = 0; i < 100; ++i) std::this_thread::yield();
    EXPECT_EQ(sent, limits::max_queued_appends);
    desk.faults->release();
    sender.join();
    EXPECT_TRUE(
        desk.loop.run_until([&] { return answered == limits::max_queued_appends + extra; }));
}

TEST(Group, calls_the_executor_from_a_thread_that_is_not_the_callers) {
    TemporaryFolder folder;
    std::promise<std::thread::id> called;
    const auto store = open_or_die(folder.data(), [&](std::function<void()> work) {
        called.set_value(std::this_thread::get_id());
        work();
    });
    store->create("s1", "", {}, {});
    store->append({store->claim("s1").value(), 1, {"r"}, {}}, [](Outcome) {});
    EXPECT_NE(called.get_future().get(), std::this_thread::get_id());
}

}  // namespace
}  // namespace casustafel::store
