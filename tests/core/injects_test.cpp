#include <gtest/gtest.h>

#include "server/core/values/limits.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/timed_case.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::Play;
using support::trainer;

const RoleId a{"A"}, b{"B"}, c{"C"};
const InjectId timed{"TIMED"}, hand{"HAND"};

class Injects : public testing::Test {
protected:
    Injects() {
        first = play.seat(a);
        play.must(trainer(), StartSession{});
    }

    void expect_rejected(const Command& command, Rejection rejection) {
        const auto outcome = play.submit(trainer(), command);
        ASSERT_TRUE(std::holds_alternative<Rejection>(outcome)) << "accepted";
        EXPECT_EQ(name(std::get<Rejection>(outcome)), name(rejection));
    }

    InjectStatus status(const InjectId& id) const { return play.state().injects.at(id).status; }

    InjectId improvise(std::vector<RoleId> to = {}) {
        const auto events = play.must(trainer(), ImproviseInject{"title", "text", std::move(to)});
        return std::get<InjectPended>(events.front()).inject;
    }

    Scenario scenario = support::timed_case();
    Play play{scenario};
    Actor first;
};

TEST_F(Injects, wait_ten_seconds_when_fired_by_hand) {
    EXPECT_TRUE(play.must(trainer(), FireInject{hand}) ==
                (std::vector<Event>{InjectPended{hand, limits::pending_window_ms, {}, {}, {}}}));
    EXPECT_EQ(status(hand), InjectStatus::pending);
    expect_rejected(FireInject{hand}, Rejection::already_fired);
    play.pass(10'000);
    EXPECT_EQ(status(hand), InjectStatus::effective);
    EXPECT_EQ(play.state().injects.at(hand).at_sim_ms, at(0, 9, 20));
    EXPECT_EQ(play.state().injects.at(hand).effective_at_active_ms, 0);
    EXPECT_TRUE(holding(play.state(), b, ItemId{"I-HAND"})->original);
    expect_rejected(FireInject{hand}, Rejection::already_fired);
    expect_rejected(RetractInject{hand}, Rejection::not_pending);
    expect_rejected(HastenInject{hand}, Rejection::not_pending);
}

TEST_F(Injects, that_do_not_exist_are_unknown) {
    const InjectId nowhere{"NOWHERE"};
    expect_rejected(FireInject{nowhere}, Rejection::unknown);
    expect_rejected(RetractInject{nowhere}, Rejection::unknown);
    expect_rejected(HastenInject{nowhere}, Rejection::unknown);
    expect_rejected(LookThroughRole{RoleId{"NOWHERE"}}, Rejection::unknown);
}

TEST_F(Injects, taken_back_wait_again_and_can_be_fired_again) {
    play.must(trainer(), FireInject{hand});
    EXPECT_TRUE(play.must(trainer(), RetractInject{hand}) ==
                std::vector<Event>{InjectRetracted{hand}});
    EXPECT_EQ(status(hand), InjectStatus::waiting);
    play.pass(29'000);
    EXPECT_EQ(status(hand), InjectStatus::waiting);
    EXPECT_FALSE(holding(play.state(), b, ItemId{"I-HAND"}));
    play.must(trainer(), FireInject{hand});
    play.pass(10'000);
    EXPECT_EQ(status(hand), InjectStatus::effective);
}

TEST_F(Injects, hastened_take_effect_at_once_and_only_once) {
    play.must(trainer(), FireInject{hand});
    play.pass(500);
    EXPECT_TRUE(play.must(trainer(), HastenInject{hand}) ==
                (std::vector<Event>{InjectTookEffect{hand}, ItemDealt{ItemId{"I-HAND"}, {b}},
                                    FactsChanged{{.becomes_acute = {PersonId{"P"}}}}}));
    const auto length = play.log().size();
    play.pass(20'000);
    EXPECT_EQ(play.log().size(), length);
}

TEST_F(Injects, fired_by_hand_before_their_time_do_not_come_again_at_it) {
    play.must(trainer(), FireInject{timed});
    play.pass(10'000);
    EXPECT_EQ(status(timed), InjectStatus::effective);
    const auto length = play.log().size();
    play.pass(49'000);                         // past D0 10:30
    EXPECT_EQ(play.log().size(), length + 1);  // I-LATER only
}

TEST_F(Injects, taken_back_before_their_time_still_come_at_it) {
    play.must(trainer(), FireInject{timed});
    play.must(trainer(), RetractInject{timed});
    play.pass(45'000);
    EXPECT_EQ(status(timed), InjectStatus::effective);
    EXPECT_EQ(play.state().injects.at(timed).at_sim_ms, at(0, 10, 30));
}

TEST_F(Injects, whose_time_passed_while_pending_come_by_hand_only_once_taken_back) {
    play.pass(44'000);
    play.must(trainer(), FireInject{timed});
    play.pass(2'000);
    EXPECT_EQ(status(timed), InjectStatus::pending);
    play.must(trainer(), RetractInject{timed});
    play.pass(10'000);
    EXPECT_EQ(status(timed), InjectStatus::waiting);
    play.must(trainer(), FireInject{timed});
    play.must(trainer(), HastenInject{timed});
    EXPECT_EQ(status(timed), InjectStatus::effective);
}

TEST_F(Injects, improvised_carry_their_words_and_an_id_of_their_own) {
    const auto id = improvise({c, a, c});
    EXPECT_EQ(id.value.size(), 16u);
    EXPECT_EQ(id.value.find_first_not_of("0123456789abcdef"), std::string::npos);
    const auto& inject = play.state().injects.at(id);
    EXPECT_TRUE(inject.improvised);
    EXPECT_EQ(inject.title, "title");
    EXPECT_EQ(inject.text, "text");
    EXPECT_EQ(inject.to, (std::vector<RoleId>{a, c}));
    play.pass(10'000);
    EXPECT_EQ(status(id), InjectStatus::effective);
}

TEST_F(Injects, improvised_take_the_sixteen_digits_of_the_fresh_id) {
    const Circumstances now{play.now_ms(), EntityId{0x00ab'cdef'0123'4567}};
    const auto outcome = decide(play.state(), trainer(), ImproviseInject{"", "text", {}}, now);
    const auto& pended = std::get<InjectPended>(std::get<std::vector<Event>>(outcome).front());
    EXPECT_EQ(pended.inject.value, "00abcdef01234567");
}

TEST_F(Injects, improvised_and_taken_back_are_gone) {
    const auto id = improvise();
    play.must(trainer(), RetractInject{id});
    EXPECT_EQ(status(id), InjectStatus::retracted);
    expect_rejected(FireInject{id}, Rejection::already_fired);
    expect_rejected(HastenInject{id}, Rejection::not_pending);
    play.pass(20'000);
    EXPECT_EQ(status(id), InjectStatus::retracted);
}

TEST_F(Injects, improvised_need_a_text_and_roles_that_exist) {
    expect_rejected(ImproviseInject{"title", " \n", {}}, Rejection::empty_text);
    expect_rejected(ImproviseInject{"title", "text", {RoleId{"NOWHERE"}}}, Rejection::unknown);
}

TEST_F(Injects, improvised_are_limited_in_number) {
    for (std::size_t made = 0; made < limits::improvised_injects; ++made) improvise();
    expect_rejected(ImproviseInject{"title", "text", {}}, Rejection::too_much);
}

TEST_F(Injects, can_be_fired_hastened_and_taken_back_in_a_pause) {
    play.must(trainer(), PauseSession{});
    play.must(trainer(), FireInject{hand});
    play.must(trainer(), RetractInject{hand});
    play.must(trainer(), FireInject{hand});
    play.must(trainer(), HastenInject{hand});
    EXPECT_EQ(status(hand), InjectStatus::effective);
}

TEST_F(Injects, at_their_time_are_skipped_when_what_they_ask_is_not_so) {
    scenario.injects[0].when = {{.kind = CheckKind::triage_accepted}};
    play.run_out();
    EXPECT_EQ(status(timed), InjectStatus::skipped);
    EXPECT_FALSE(play.state().available.contains(ItemId{"I-TIMED"}));
}

TEST_F(Injects, at_their_time_come_when_what_they_ask_is_so) {
    scenario.injects[0].when = {{.kind = CheckKind::triage_accepted}};
    play.must(first, PutUpForTriage{"Meer dan één domein"});
    play.must(first, AcceptTriage{});
    play.pass(45'000);
    EXPECT_EQ(status(timed), InjectStatus::effective);
    EXPECT_EQ(play.state().injects.at(timed).at_sim_ms, at(0, 10, 30));
}

TEST_F(Injects, that_were_skipped_can_still_be_fired_by_hand) {
    scenario.injects[0].when = {{.kind = CheckKind::triage_accepted}};
    play.pass(45'000);
    ASSERT_EQ(status(timed), InjectStatus::skipped);
    play.must(trainer(), FireInject{timed});
    play.must(trainer(), HastenInject{timed});
    EXPECT_EQ(status(timed), InjectStatus::effective);
}

TEST_F(Injects, fired_by_hand_ask_nothing) {
    scenario.injects[1].when = {{.kind = CheckKind::triage_accepted}};
    play.must(trainer(), FireInject{hand});
    play.pass(10'000);
    EXPECT_EQ(status(hand), InjectStatus::effective);
}

TEST_F(Injects, change_the_facts_when_they_take_effect) {
    const PersonId person{"P"};
    scenario.injects[1].facts = {.covenant = false,
                                 .becomes_acute = {person},
                                 .measures_start = {{person, "OTS"}},
                                 .consents = {{person, "care", true}}};
    play.must(trainer(), FireInject{hand});
    EXPECT_TRUE(play.state().legal.acute.empty()) << "pending";
    const auto events = play.must(trainer(), HastenInject{hand});
    EXPECT_EQ(events.back(), Event(FactsChanged{scenario.injects[1].facts}));
    const LegalState& legal = play.state().legal;
    EXPECT_FALSE(legal.covenant);
    EXPECT_TRUE(legal.acute.contains(person));
    EXPECT_TRUE(legal.measures.contains({person, "OTS"}));
    EXPECT_TRUE(legal.consents.at({person, "care"}));
}

TEST_F(Injects, change_back_what_others_changed) {
    const PersonId person{"P"};
    scenario.injects[1].facts = {.becomes_acute = {person}, .measures_start = {{person, "OTS"}}};
    scenario.injects[0].facts = {.no_longer_acute = {person}, .measures_end = {{person, "OTS"}}};
    play.must(trainer(), FireInject{hand});
    play.must(trainer(), HastenInject{hand});
    play.pass(45'000);
    EXPECT_TRUE(play.state().legal.acute.empty());
    EXPECT_TRUE(play.state().legal.measures.empty());
}

TEST_F(Injects, dealing_an_item_to_who_received_a_part_of_it_makes_it_theirs) {
    State state = play.state();
    Record received;
    received.stamp = {10, 10, at(0, 9, 5)};
    received.events = {ItemShared{.share = EntityId{5},
                                  .item = ItemId{"I-HAND"},
                                  .giver = a,
                                  .to = {b},
                                  .recipients = {{b, {}}},
                                  .form = Form::pointer}};
    apply(state, received);
    Record dealt;
    dealt.stamp = {20, 20, at(0, 9, 6)};
    dealt.events = {ItemDealt{ItemId{"I-HAND"}, {b}}};
    apply(state, dealt);
    const auto* held = holding(state, b, ItemId{"I-HAND"});
    EXPECT_EQ(held->form, Form::source);
    EXPECT_EQ(held->share, EntityId::none);
    EXPECT_EQ(held->since_sim_ms, at(0, 9, 6));
    dealt.stamp.sim_ms = at(0, 9, 7);
    apply(state, dealt);
    EXPECT_EQ(held->since_sim_ms, at(0, 9, 6));
    EXPECT_EQ(state.available.at(ItemId{"I-HAND"}), at(0, 9, 6));
}

TEST_F(Injects, looking_through_a_role_is_recorded_every_time) {
    play.must(trainer(), LookThroughRole{b});
    play.must(trainer(), LookThroughRole{b});
    EXPECT_EQ(play.state().looked_through, std::set<RoleId>{b});
}

}  // namespace
}  // namespace casustafel::core
