// The contract of server/store/store.hpp, on every kind of store.
#include "server/store/limits.hpp"
#include "server/store/text_hash.hpp"
#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

template <class Kind>
class Contract : public testing::Test {
protected:
    Desk<Kind> desk;
    Store& store() { return desk.store(); }
};

using Kinds = testing::Types<SqliteDesk, MemoryDesk, PostgresDesk>;
TYPED_TEST_SUITE(Contract, Kinds);

TYPED_TEST(Contract, keeps_header_records_and_values_over_a_restart) {
    EXPECT_EQ(this->store().create("s1", "the header", {}, {{"code", "ABC"}}), Outcome::durable);
    const Lease lease = this->store().claim("s1").value();
    EXPECT_EQ(this->desk.append(lease, 1, {"one", "two"}, {{"name", "Jan"}}), Outcome::durable);
    EXPECT_EQ(this->desk.append(lease, 3, {"three"}, {{"code", "XYZ"}}), Outcome::durable);
    this->desk.restart();
    const LoadedSession loaded = this->store().load("s1").value();
    EXPECT_EQ(loaded.header, "the header");
    EXPECT_EQ(loaded.records, (Records{"one", "two", "three"}));
    EXPECT_EQ(loaded.values, (Values{{"code", "XYZ"}, {"name", "Jan"}}));
}

TYPED_TEST(Contract, keeps_any_bytes_also_none) {
    const std::string zeros("\0a\0\xff", 4);
    EXPECT_EQ(this->store().create("s1", zeros, {""}, {}), Outcome::durable);
    const Lease lease = this->store().claim("s1").value();
    EXPECT_EQ(this->desk.append(lease, 1, {"", zeros}, {{"empty", ""}, {"zeros", zeros}}),
              Outcome::durable);
    const LoadedSession loaded = this->store().load("s1").value();
    EXPECT_EQ(loaded.header, zeros);
    EXPECT_EQ(loaded.records, (Records{"", zeros}));
    EXPECT_EQ(loaded.values, (Values{{"empty", ""}, {"zeros", zeros}}));
    EXPECT_EQ(this->store().text(text_hash("")), "");
}

TYPED_TEST(Contract, lists_sessions_oldest_first) {
    for (const char* session : {"zz", "aa", "mm"}) this->desk.new_session(session);
    this->desk.restart();
    EXPECT_EQ(this->store().list(), (std::vector<std::string>{"zz", "aa", "mm"}));
}

TYPED_TEST(Contract, refuses_a_second_session_with_the_same_id_and_keeps_the_first) {
    EXPECT_EQ(this->store().create("s1", "first", {}, {}), Outcome::durable);
    EXPECT_EQ(this->store().create("s1", "second", {"a text"}, {{"x", "y"}}), Outcome::failed);
    EXPECT_EQ(this->store().load("s1")->header, "first");
    EXPECT_TRUE(this->store().load("s1")->values.empty());
    EXPECT_EQ(this->store().text(text_hash("a text")), std::nullopt);
}

TYPED_TEST(Contract, knows_nothing_of_what_was_never_made) {
    EXPECT_EQ(this->store().claim("nobody"), std::nullopt);
    EXPECT_FALSE(this->store().load("nobody"));
    EXPECT_EQ(this->store().text("00"), std::nullopt);
    EXPECT_EQ(this->store().server_value("x"), std::nullopt);
    EXPECT_TRUE(this->store().list().empty());
    EXPECT_EQ(this->desk.append({"nobody", 1}, 1, {"one"}), Outcome::lost_lease);
}

TYPED_TEST(Contract, refuses_an_append_under_an_older_lease_or_none) {
    this->desk.new_session("s1");
    EXPECT_EQ(this->store().create("s2", "", {}, {}), Outcome::durable);
    const Lease first = this->store().claim("s1").value();
    const Lease second = this->store().claim("s1").value();
    EXPECT_GT(second.epoch, first.epoch);
    EXPECT_EQ(this->desk.append(first, 1, {"old"}), Outcome::lost_lease);
    EXPECT_EQ(this->desk.append(second, 1, {"new"}), Outcome::durable);
    EXPECT_EQ(this->desk.append({"s2", 0}, 1, {"unclaimed"}), Outcome::lost_lease);
    EXPECT_EQ(this->store().load("s1")->records, Records{"new"});
}

TYPED_TEST(Contract, makes_a_lease_after_a_restart_newer_than_every_earlier_one) {
    const Lease before = this->desk.new_session("s1");
    this->desk.restart();
    const Lease after = this->store().claim("s1").value();
    EXPECT_GT(after.epoch, before.epoch);
    EXPECT_EQ(this->desk.append(before, 1, {"old"}), Outcome::lost_lease);
    EXPECT_EQ(this->desk.append(after, 1, {"new"}), Outcome::durable);
}

TYPED_TEST(Contract, refuses_a_gap_and_a_repeat_and_writes_nothing_of_them) {
    const Lease lease = this->desk.new_session("s1");
    EXPECT_EQ(this->desk.append(lease, 2, {"gap"}, {{"v", "gap"}}), Outcome::lost_lease);
    EXPECT_EQ(this->desk.append(lease, 1, {"one", "two"}), Outcome::durable);
    EXPECT_EQ(this->desk.append(lease, 2, {"again"}, {{"v", "again"}}), Outcome::lost_lease);
    EXPECT_EQ(this->desk.append(lease, 0, {"before"}), Outcome::lost_lease);
    EXPECT_EQ(this->desk.append(lease, 3, {"three"}), Outcome::durable);
    EXPECT_EQ(this->store().load("s1")->records, (Records{"one", "two", "three"}));
    EXPECT_TRUE(this->store().load("s1")->values.empty());
}

TYPED_TEST(Contract, answers_the_appends_of_a_session_in_the_order_they_were_sent) {
    const Lease lease = this->desk.new_session("s1");
    std::vector<int> answered;
    for (int i = 0; i < 500; ++i) {
        this->store().append({lease, std::uint64_t(i) + 1, {std::to_string(i)}, {}},
                             [&answered, i](Outcome) { answered.push_back(i); });
    }
    this->desk.complete();
    ASSERT_TRUE(this->desk.loop.run_until([&] { return answered.size() == 500; }));
    EXPECT_TRUE(std::ranges::is_sorted(answered));
    EXPECT_EQ(this->store().load("s1")->records.size(), 500u);
}

TYPED_TEST(Contract, lets_the_others_pass_when_one_session_lost_its_lease) {
    const Lease one = this->desk.new_session("s1");
    const Lease two = this->desk.new_session("s2");
    this->store().claim("s1");
    this->desk.send(two, 1, {"a"});
    this->desk.send(one, 1, {"lost"});
    this->desk.send(two, 2, {"b"});
    EXPECT_EQ(this->desk.settle(),
              (Outcomes{Outcome::durable, Outcome::lost_lease, Outcome::durable}));
    EXPECT_EQ(this->store().load("s2")->records, (Records{"a", "b"}));
    EXPECT_TRUE(this->store().load("s1")->records.empty());
}

TYPED_TEST(Contract, changes_values_without_records_too) {
    const Lease lease = this->desk.new_session("s1");
    EXPECT_EQ(this->desk.append(lease, 1, {}, {{"real_ms", "17"}}), Outcome::durable);
    EXPECT_EQ(this->desk.append(lease, 1, {"one"}), Outcome::durable);
    EXPECT_EQ(this->store().load("s1")->values, (Values{{"real_ms", "17"}}));
}

TYPED_TEST(Contract, erases_a_value_and_minds_no_erasure_of_what_is_not_there) {
    const Lease lease = this->desk.new_session("s1");
    EXPECT_EQ(this->desk.append(lease, 1, {}, {{"a", "1"}, {"b", "2"}}), Outcome::durable);
    EXPECT_EQ(this->desk.append(lease, 1, {"x"}, {{"a", {}}, {"never", {}}}), Outcome::durable);
    EXPECT_EQ(this->store().load("s1")->values, (Values{{"b", "2"}}));
}

TYPED_TEST(Contract, writes_nothing_of_an_append_that_failed) {
    const Lease lease = this->desk.new_session("s1");
    EXPECT_EQ(this->desk.append(lease, 1, {"one"}, {{"v", "1"}}), Outcome::durable);
    this->desk.fail_commits(1);
    EXPECT_EQ(this->desk.append(lease, 2, {"two"}, {{"v", "2"}, {"w", "2"}}), Outcome::failed);
    EXPECT_EQ(this->store().load("s1")->records, Records{"one"});
    EXPECT_EQ(this->store().load("s1")->values, (Values{{"v", "1"}}));
    EXPECT_EQ(this->desk.append(lease, 2, {"other two"}), Outcome::durable);
    this->desk.restart();
    EXPECT_EQ(this->store().load("s1")->records, (Records{"one", "other two"}));
}

TYPED_TEST(Contract, says_failed_not_lost_lease_to_what_was_sent_behind_a_failed_append) {
    const Lease lease = this->desk.new_session("s1");
    this->desk.fail_commits(1);
    EXPECT_EQ(this->desk.append(lease, 1, {"one"}), Outcome::failed);
    EXPECT_EQ(this->desk.append(lease, 2, {"two"}), Outcome::failed);
    EXPECT_EQ(this->desk.append(lease, 3, {"three"}), Outcome::failed);
    EXPECT_EQ(this->desk.append(lease, 1, {"one"}), Outcome::durable);
    EXPECT_EQ(this->desk.append(lease, 3, {"three"}), Outcome::lost_lease);
}

TYPED_TEST(Contract, says_lost_lease_behind_a_failure_when_the_lease_is_lost) {
    const Lease lease = this->desk.new_session("s1");
    this->desk.fail_commits(1);
    EXPECT_EQ(this->desk.append(lease, 1, {"one"}), Outcome::failed);
    this->store().claim("s1");
    EXPECT_EQ(this->desk.append(lease, 2, {"two"}), Outcome::lost_lease);
}

TYPED_TEST(Contract, fails_create_claim_server_value_and_probe_when_the_disk_says_no) {
    this->desk.new_session("s1");
    this->desk.fail_commits(4);
    EXPECT_EQ(this->store().create("s2", "", {}, {}), Outcome::failed);
    EXPECT_EQ(this->store().claim("s1"), std::nullopt);
    EXPECT_EQ(this->store().set_server_value({"k", "v"}), Outcome::failed);
    EXPECT_FALSE(this->store().probe());
    EXPECT_TRUE(this->store().probe());
    EXPECT_EQ(this->store().list(), std::vector<std::string>{"s1"});
    EXPECT_EQ(this->store().server_value("k"), std::nullopt);
    EXPECT_TRUE(this->store().claim("s1"));
}

TYPED_TEST(Contract, refuses_bytes_above_the_limit_and_nothing_else_with_them) {
    const std::string large(limits::max_bytes_each + 1, 'x');
    const Lease one = this->desk.new_session("s1");
    const Lease two = this->desk.new_session("s2");
    this->desk.send(one, 1, {large});
    this->desk.send(two, 1, {"fits"});
    EXPECT_EQ(this->desk.settle(), (Outcomes{Outcome::failed, Outcome::durable}));
    EXPECT_EQ(this->desk.append(one, 1, {"r"}, {{"v", large}}), Outcome::failed);
    EXPECT_EQ(this->store().create("s3", large, {}, {}), Outcome::failed);
    EXPECT_EQ(this->store().set_server_value({"k", large}), Outcome::failed);
    EXPECT_TRUE(this->store().load("s1")->records.empty());
}

TYPED_TEST(Contract, finds_a_text_by_its_hash_whichever_session_brought_it) {
    EXPECT_EQ(this->store().create("s1", "", {"case A", "rules"}, {}), Outcome::durable);
    EXPECT_EQ(this->store().create("s2", "", {"rules"}, {}), Outcome::durable);
    this->desk.restart();
    EXPECT_EQ(this->store().text(text_hash("case A")), "case A");
    EXPECT_EQ(this->store().text(text_hash("rules")), "rules");
}

TYPED_TEST(Contract, keeps_changes_and_erases_values_of_the_server) {
    EXPECT_EQ(this->store().set_server_value({"key", "one"}), Outcome::durable);
    EXPECT_EQ(this->store().set_server_value({"key", "two"}), Outcome::durable);
    this->desk.restart();
    EXPECT_EQ(this->store().server_value("key"), "two");
    EXPECT_EQ(this->store().set_server_value({"key", {}}), Outcome::durable);
    EXPECT_EQ(this->store().server_value("key"), std::nullopt);
}

// Value from the reference implementation: b2sum -l 256 of the three bytes "abc".
TEST(TextHash, is_blake2b_of_256_bits_in_hex) {
    EXPECT_EQ(text_hash("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

}  // namespace
}  // namespace casustafel::store
