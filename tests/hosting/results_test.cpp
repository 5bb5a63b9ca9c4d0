// Results reach the trainer who asks and nobody else, are made beside the session, of what is
// durable.
#include <gtest/gtest.h>

#include <deque>

#include "server/hosting/session/session.hpp"
#include "tests/support/house.hpp"
#include "tests/support/work_by_hand.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

v1::ClientFrame ask() {
    v1::ClientFrame frame;
    frame.mutable_ask_results();
    return frame;
}

class Results : public testing::Test {
protected:
    WorkByHand work;
    House house{store::MemoryStore::Completion::at_once, hosted_case(), work};
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");
    ConnectionId ovj = seated('o', "OVJ");
    void SetUp() override { work.by_hand = true; }

    ConnectionId seated(char who, const std::string& role) { return house.seated(code, who, role); }
    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.hear(connection);
        house.say(connection, frame);
        return house.hear(connection);
    }
    void begin() { house.say(trainer, frame_of(start(), command_id('s'))); }
    void compute() {
        work.compute();
        work.finish();
    }
    std::vector<ServerFrame> results(ConnectionId connection) {
        std::vector<ServerFrame> found;
        for (ServerFrame& frame : house.hear(connection))
            if (frame.has_results()) found.push_back(std::move(frame));
        return found;
    }
};

TEST_F(Results, are_told_to_the_trainer_during_play_and_after_the_end) {
    begin();
    say(trainer, ask());
    compute();
    const auto during = results(trainer);
    ASSERT_EQ(during.size(), 1U);
    EXPECT_EQ(during[0].results().team_size(), 12);
    EXPECT_FALSE(during[0].results().ended());
    v1::Command end;
    end.mutable_end_session();
    say(trainer, frame_of(end, command_id('e')));
    say(trainer, ask());
    compute();
    const auto after = results(trainer);
    ASSERT_EQ(after.size(), 1U);
    EXPECT_TRUE(after[0].results().ended());
}

TEST_F(Results, are_refused_to_participants_and_to_a_trainer_without_a_session) {
    begin();
    EXPECT_EQ(refusal(say(vt, ask())), "trainer_only");
    EXPECT_EQ(refusal(say(house.desk(), ask())), "not_attached");
    EXPECT_EQ(refusal(say(house.greeted(), ask())), "trainer_only");
    EXPECT_TRUE(work.waiting.empty());
}

TEST_F(Results, are_refused_to_a_trainer_who_joined_as_a_participant) {
    const auto both = house.trainer();
    house.say(both, join(code, "Fatima", token('t')));
    EXPECT_EQ(refusal(say(both, ask())), "trainer_only");
}

TEST_F(Results, send_participants_not_a_byte) {
    begin();
    house.hear(vt);
    house.hear(ovj);
    say(trainer, ask());
    compute();
    EXPECT_EQ(results(trainer).size(), 1U);
    EXPECT_TRUE(house.hear(vt).empty());
    EXPECT_TRUE(house.hear(ovj).empty());
}

TEST_F(Results, leave_no_trace_in_the_log) {
    begin();
    const std::size_t before = house.log().size();
    say(trainer, ask());
    compute();
    EXPECT_EQ(house.log().size(), before);
}

TEST_F(Results, of_two_who_ask_at_once_are_computed_once) {
    begin();
    const auto other = house.trainer();
    say(trainer, ask());
    say(other, ask());
    say(trainer, ask());
    ASSERT_EQ(work.waiting.size(), 1U);
    compute();
    EXPECT_EQ(results(trainer).size(), 1U);
    EXPECT_EQ(results(other).size(), 1U);
    EXPECT_TRUE(work.waiting.empty());
}

TEST_F(Results, are_told_at_once_again_while_nothing_happens) {
    begin();
    say(trainer, ask());
    compute();
    results(trainer);
    const auto again = say(trainer, ask());
    EXPECT_NE(first(again, &ServerFrame::has_results), nullptr);
    EXPECT_TRUE(work.waiting.empty());
    say(vt, frame_of(message("OVJ", "hallo"), command_id('1'), "VT"));
    EXPECT_EQ(first(say(trainer, ask()), &ServerFrame::has_results), nullptr);
    EXPECT_EQ(work.waiting.size(), 1U);
}

TEST_F(Results, do_not_hold_up_a_session_that_goes_on_meanwhile) {
    begin();
    say(trainer, ask());
    EXPECT_TRUE(
        accepted(say(vt, frame_of(message("OVJ", "een"), command_id('1'), "VT")), command_id('1')));
    work.compute();
    EXPECT_TRUE(accepted(say(vt, frame_of(message("OVJ", "twee"), command_id('2'), "VT")),
                         command_id('2')));
    work.finish();
    EXPECT_EQ(results(trainer).size(), 1U);
    // What came after was not looked at, so the next question is a new computation.
    say(trainer, ask());
    EXPECT_EQ(work.waiting.size(), 1U);
}

TEST_F(Results, are_not_told_to_who_left_or_is_no_trainer_any_more) {
    begin();
    const auto other = house.trainer();
    say(trainer, ask());
    say(other, ask());
    house.drop(trainer);
    house.say(other, join(code, "Fatima", token('t')));
    house.hear(other);
    compute();
    EXPECT_TRUE(results(other).empty());
}

v1::ClientFrame ask_report(const std::string& language) {
    v1::ClientFrame frame;
    frame.mutable_ask_report()->set_language(language);
    return frame;
}

TEST_F(Results, come_as_a_page_in_the_language_that_was_asked_for_without_names) {
    begin();
    EXPECT_EQ(refusal(say(vt, ask_report("nl"))), "trainer_only");
    const auto page = [&](const std::string& language) {
        say(trainer, ask_report(language));
        compute();
        const auto heard = house.hear(trainer);
        const auto* told = first(heard, &ServerFrame::has_report);
        return told == nullptr ? std::string() : told->report().html();
    };
    const std::string dutch = page("nl"), english = page("en");
    EXPECT_NE(dutch.find("lang=\"nl\""), std::string::npos);
    EXPECT_NE(english.find("lang=\"en\""), std::string::npos);
    EXPECT_NE(dutch.find(code), std::string::npos);
    EXPECT_EQ(dutch.find("gast v"), std::string::npos);
}

TEST_F(Results, of_numbers_and_page_asked_together_are_both_given) {
    begin();
    say(trainer, ask());
    say(trainer, ask_report("nl"));
    compute();
    compute();
    const auto heard = house.hear(trainer);
    EXPECT_NE(first(heard, &ServerFrame::has_results), nullptr);
    EXPECT_NE(first(heard, &ServerFrame::has_report), nullptr);
}

TEST_F(Results, survive_a_host_that_is_gone_when_they_are_ready) {
    begin();
    say(trainer, ask());
    work.compute();
    house.restart();
    work.finish();
    trainer = house.trainer();
    say(trainer, ask());
    compute();
    EXPECT_EQ(results(trainer).size(), 1U);
}

TEST(ResultsOfADisk, count_only_what_is_durable) {
    House house(House::Completion::when_told);
    house.new_session();
    const auto trainer = house.trainer();
    house.say(trainer, frame_of(start(), command_id('s')));
    house.commit();
    house.hear(trainer);
    v1::Command end;
    end.mutable_end_session();
    house.say(trainer, frame_of(end, command_id('e')));
    house.say(trainer, ask());
    house.commit();
    const auto heard = house.hear(trainer);
    EXPECT_TRUE(accepted(heard, command_id('e')));
    const auto* told = first(heard, &ServerFrame::has_results);
    ASSERT_NE(told, nullptr);
    EXPECT_FALSE(told->results().ended()) << "the end was not durable when it was asked";
}

// Reading the case and writing the log wait for the disk, so they happen beside the loop; who asks
// again meanwhile, perhaps over another line, gets the same session.
TEST(MadeBesideTheLoop, a_session_that_is_asked_for_twice_meanwhile_is_made_once) {
    WorkByHand work;
    House house{store::MemoryStore::Completion::at_once, hosted_case(), work};
    const ConnectionId one = house.desk(), other = house.desk(), gone = house.desk();
    work.by_hand = true;
    v1::ClientFrame wish;
    wish.mutable_new_session()->set_scenario(house.scenario().id);
    wish.mutable_new_session()->set_request_id("same");
    for (const ConnectionId each : {one, other, gone}) house.say(each, wish);
    EXPECT_EQ(work.waiting.size(), 1U);
    EXPECT_TRUE(house.store().list().empty());
    work.compute();
    EXPECT_EQ(house.store().list().size(), 1U);
    house.drop(gone);
    work.finish();
    const auto told = house.hear(one);
    ASSERT_EQ(told.size(), 1U);
    const std::string code = told.front().session_created().code();
    EXPECT_NE(house.host().find(code), nullptr);
    const auto told_too = house.hear(other);
    ASSERT_EQ(told_too.size(), 1U);
    EXPECT_EQ(told_too.front().session_created().code(), code);
}

}  // namespace
}  // namespace casustafel::hosting
