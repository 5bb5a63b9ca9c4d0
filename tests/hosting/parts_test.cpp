// The parts a session is made of, each alone: the gate, the people, the codes.
#include <gtest/gtest.h>

#include <cstring>
#include <set>

#include "server/hosting/agenda.hpp"
#include "server/hosting/session/gate.hpp"
#include "server/hosting/session/people.hpp"
#include "server/hosting/session/session_log.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/rehearsal/local_network.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using core::ParticipantId;

Frame frame(const char* bytes) { return std::make_shared<const std::string>(bytes); }

class GateTest : public testing::Test {
protected:
    rehearsal::LocalNetwork network;
    ConnectionId one = network.open(), two = network.open();
    Gate gate{network};
};

TEST_F(GateTest, lets_out_what_is_durable_at_once) {
    gate.durable(3);
    gate.send(one, frame("a"), 3);
    EXPECT_EQ(network.take(one), "a");
}

TEST_F(GateTest, keeps_the_order_also_for_what_could_go_before) {
    gate.durable(1);
    gate.send(one, frame("late"), 2);
    gate.send(one, frame("early"), 1);
    EXPECT_EQ(network.take(one), "");
    gate.durable(2);
    EXPECT_EQ(network.take(one), "lateearly");
}

TEST_F(GateTest, closes_in_its_turn) {
    gate.send(one, frame("last words"), 1);
    gate.close(one, CloseReason::superseded, 1);
    EXPECT_EQ(network.close_reason(one), std::nullopt);
    gate.durable(1);
    EXPECT_EQ(network.take(one), "last words");
    EXPECT_EQ(network.close_reason(one), CloseReason::superseded);
}

TEST_F(GateTest, drops_frames_but_no_closing_when_it_starts_over) {
    gate.send(one, frame("never"), 2);
    gate.close(two, CloseReason::superseded, 2);
    gate.restart(1);
    gate.durable(5);
    EXPECT_EQ(network.take(one), "");
    EXPECT_EQ(network.close_reason(two), CloseReason::superseded);
}

TEST_F(GateTest, drops_what_waits_for_a_connection_that_is_gone) {
    gate.send(one, frame("never"), 1);
    gate.send(two, frame("b"), 1);
    gate.forget(one);
    gate.durable(1);
    EXPECT_EQ(network.take(one), "");
    EXPECT_EQ(network.take(two), "b");
}

TEST_F(GateTest, counts_what_was_let_out_from_the_frame_that_counts_first) {
    gate.durable(1);
    gate.send(one, frame("lobby"), 1);
    gate.send(one, frame("joined"), 1, Counted::from_here);
    gate.send(one, frame("refused"), 1, Counted::no);
    gate.send(one, frame("patch"), 1);
    EXPECT_EQ(gate.sent_to(one), 2u);
    gate.send(one, frame("waits"), 2);
    EXPECT_EQ(gate.sent_to(one), 2u);
    gate.restart(1);
    EXPECT_EQ(gate.sent_to(one), 2u);
}

std::vector<std::pair<std::string, std::string>> kept(People& people) {
    std::map<std::string, std::string> values;
    for (const store::Value& value : people.take_values()) {
        if (value.bytes)
            values[value.name] = *value.bytes;
        else
            values.erase(value.name);
    }
    return {values.begin(), values.end()};
}

TEST(PeopleTest, are_read_back_as_they_were_written) {
    People people;
    people.add(ParticipantId{12}, "Anke", "secret");
    people.set_reentry_code(ParticipantId{12}, "TICKET");
    People again;
    again.load(kept(people));
    EXPECT_EQ(again.names().names().at(12), "Anke");
    EXPECT_EQ(again.with_token("secret"), ParticipantId{12});
    EXPECT_EQ(again.use_reentry_code("TICKET"), ParticipantId{12});
    EXPECT_FALSE(again.changed() && again.use_reentry_code("TICKET") != ParticipantId::nobody);
}

TEST(PeopleTest, keep_no_token_or_code_as_it_was_said) {
    People people;
    people.add(ParticipantId{1}, "Anke", "secret");
    people.set_reentry_code(ParticipantId{1}, "TICKET");
    for (const auto& [name, bytes] : kept(people)) {
        EXPECT_EQ(bytes.find("secret"), std::string::npos) << name;
        EXPECT_EQ(bytes.find("TICKET"), std::string::npos) << name;
    }
}

TEST(PeopleTest, know_nobody_by_an_empty_token_or_code) {
    People people;
    people.add(ParticipantId{1}, "Anke", "secret");
    people.forget_token(ParticipantId{1});
    EXPECT_EQ(people.with_token(""), ParticipantId::nobody);
    EXPECT_EQ(people.use_reentry_code(""), ParticipantId::nobody);
}

TEST(PeopleTest, forget_every_name_and_nothing_else) {
    People people;
    people.add(ParticipantId{1}, "Anke", "secret");
    people.forget_names();
    EXPECT_TRUE(people.names().names().empty());
    EXPECT_EQ(people.with_token("secret"), ParticipantId{1});
}

TEST(Codes, have_no_look_alikes_and_differ) {
    const auto random = support::random_from(1);
    std::set<std::string> codes;
    for (int number = 0; number < 1000; ++number) {
        const std::string code = readable_code(random, 6);
        EXPECT_EQ(code.size(), 6u);
        EXPECT_EQ(code.find_first_of("0O1IL5S2Z8Babcdefghijklmnopqrstuvwxyz"), std::string::npos);
        codes.insert(code);
    }
    EXPECT_GT(codes.size(), 990u);
}

TEST(Codes, are_the_same_however_they_are_typed) {
    EXPECT_EQ(normalised_code(" ab-cd ef"), "ABCDEF");
}

TEST(Codes, make_ids_that_differ_by_key_person_and_act_and_are_never_zero) {
    const core::CommandId first{1}, second{2};
    const auto id = derived_id("key", ParticipantId{1}, first);
    EXPECT_EQ(derived_id("key", ParticipantId{1}, first), id);
    EXPECT_NE(derived_id("other", ParticipantId{1}, first), id);
    EXPECT_NE(derived_id("key", ParticipantId{2}, first), id);
    EXPECT_NE(derived_id("key", ParticipantId{1}, second), id);
    EXPECT_NE(id, core::EntityId::none);
}

TEST(Codes, compare_secrets_by_content_and_length) {
    EXPECT_TRUE(equal_secrets("abc", "abc"));
    EXPECT_FALSE(equal_secrets("abc", "abd"));
    EXPECT_FALSE(equal_secrets("abc", "abcd"));
    EXPECT_TRUE(equal_secrets("", ""));
}

// The agenda knows sessions by address only, so an address is enough.
class AgendaTest : public testing::Test {
protected:
    std::vector<Agenda::Place> taken(std::int64_t now_ms) {
        std::vector<Agenda::Place> places;
        for (const auto& [place, session] : agenda.take(now_ms)) places.push_back(place);
        return places;
    }
    using Places = std::vector<Agenda::Place>;
    Session& nobody = reinterpret_cast<Session&>(*this);
    Agenda agenda;
};

TEST_F(AgendaTest, gives_what_was_reached_once_and_in_the_order_of_places) {
    for (int each = 0; each < 3; ++each) agenda.add(nobody);
    EXPECT_EQ(taken(0), (Places{0, 1, 2}));
    EXPECT_EQ(agenda.next_wake_ms(7), INT64_MAX);
    for (const Agenda::Place place : {2, 0, 2}) agenda.reach(place);
    EXPECT_EQ(agenda.next_wake_ms(7), 7);
    EXPECT_EQ(taken(0), (Places{0, 2}));
    EXPECT_EQ(taken(0), Places{});
}

TEST_F(AgendaTest, gives_whose_time_has_come_until_it_says_another) {
    for (int each = 0; each < 3; ++each) agenda.add(nobody);
    taken(0);
    agenda.wake_at(0, 50);
    agenda.wake_at(1, 30);
    agenda.wake_at(2, 40);
    agenda.wake_at(2, INT64_MAX);
    EXPECT_EQ(agenda.next_wake_ms(0), 30);
    EXPECT_EQ(taken(29), Places{});
    EXPECT_EQ(taken(60), (Places{0, 1}));
    agenda.wake_at(1, 90);
    agenda.wake_at(0, INT64_MAX);
    EXPECT_EQ(agenda.next_wake_ms(60), 90);
}

TEST(SessionLogTest, takes_no_command_before_what_is_due) {
    const auto scenario = std::make_shared<const core::Scenario>(support::hosted_case());
    SessionLog log(scenario, "key");
    const core::Actor trainer{.kind = core::ActorKind::trainer};
    core::Actor vt{.kind = core::ActorKind::participant};
    log.submit(vt, {1}, core::JoinSession{}, 0, 0);
    vt.participant = ParticipantId{1};
    log.submit(vt, {2}, core::TakeRole{core::RoleId{"VT"}}, 0, 0);
    log.submit(trainer, {3}, core::StartSession{}, 0, 0);
    ASSERT_TRUE(log.next_due());
    EXPECT_DEATH(log.submit(trainer, {4}, core::PauseSession{}, *log.next_due(), 0),
                 "due comes before");
}

// Together the digests cost no more than the log is long, however long it is.
TEST(SessionLogTest, makes_fewer_digests_the_longer_it_is) {
    const auto scenario = std::make_shared<const core::Scenario>(support::hosted_case());
    SessionLog log(scenario, "key");
    std::uint64_t read = 0, digests = 0;
    core::CommandId id{};
    for (std::uint32_t at = 0; at < 4'000; ++at) {
        std::memcpy(id.data(), &at, sizeof at);
        const auto made =
            log.submit({.kind = core::ActorKind::host}, id, core::NoteRecovery{}, 0, 0);
        const auto* record = std::get_if<core::Record>(&made);
        ASSERT_NE(record, nullptr);
        if (!record->digest) continue;
        read += record->seq;
        ++digests;
    }
    EXPECT_GE(digests, 9U);
    EXPECT_LE(read, 4U * 4'000U);
}

// Only of what everybody addressed sees alike may an id say how many came before it.
TEST(SessionLogTest, keeps_no_order_of_acts_whose_kind_others_see_each_time) {
    const core::RoleId one{"VT"}, other{"OVJ"};
    EXPECT_EQ(alike(core::NoteHeard{.giver = one}), "");
    EXPECT_EQ(alike(core::ProposeDecision{}), "");
    EXPECT_NE(alike(core::SendMessage{.to = {one}}), alike(core::SendMessage{.to = {other}}));
    EXPECT_NE(alike(core::SendMessage{.to = {one}}), alike(core::ShareItem{.to = {one}}));
}

}  // namespace
}  // namespace casustafel::hosting
