// C1 and C2: answering and asking. OVJ (Z) asks VT (V): the shorter term, 20 minutes, holds.
#include <memory>

#include "numbers.hpp"

namespace casustafel::score {
namespace {

using core::RefusalReason;

class Requests : public testing::Test {
protected:
    Stage& stage() {
        if (!stage_) stage_ = std::make_unique<Stage>(scenario_);
        return *stage_;
    }
    Score all() { return all_numbers(scenario_, stage().log()); }
    double answered() { return number(all(), IndicatorId::c1); }
    double asked() { return number(all(), IndicatorId::c2); }
    int opportunities(IndicatorId id) { return team(all(), id).opportunities; }

    core::Scenario scenario_ = case_with({needed_by_ovj("i1")});
    std::unique_ptr<Stage> stage_;
};

TEST_F(Requests, answered_by_sharing_in_time_count_whole) {
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().at(30).share("VT", "i1", {"OVJ"}, {.request = request});
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, answered_after_the_term_lose_value_until_twice_the_term) {
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().at(40).share("VT", "i1", {"OVJ"}, {.request = request});
    EXPECT_DOUBLE_EQ(answered(), 50);
}

TEST_F(Requests, answered_at_twice_the_term_are_worth_nothing) {
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().at(50).refuse("VT", request, RefusalReason::no_basis);
    EXPECT_DOUBLE_EQ(answered(), 0);
}

TEST_F(Requests, are_answered_by_a_share_that_does_not_name_them) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(20).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, count_the_first_answer_only) {
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().at(15).share("VT", "i1", {"OVJ"});
    stage().at(60).refuse("VT", request, RefusalReason::privacy);
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, answered_too_thin_count_half_and_a_pointer_not_at_all) {
    scenario_.items[0].needs[0].min_form = Form::facts;
    scenario_.items.push_back(scenario_.items[0]);
    scenario_.items[1].id = {"i2"};
    scenario_.items[1].about = {{"q"}};
    stage().at(10).ask("OVJ", {"VT"});
    stage().share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(answered(), 50);
    stage().ask("OVJ", {"VT"}, "q");
    stage().share("VT", "i2", {"OVJ"}, {.form = Form::pointer});
    EXPECT_DOUBLE_EQ(answered(), 25);
}

TEST_F(Requests, answered_in_breach_are_worth_nothing) {
    scenario_.items[0].grants = {grant({"PRC"})};
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().share("VT", "i1", {"OVJ"}, {.request = request});
    EXPECT_DOUBLE_EQ(answered(), 0);
    EXPECT_EQ(team(all(), IndicatorId::c1).evidence[0].finding, Finding::answered_in_breach);
}

// It left the need as it was.
TEST_F(Requests, answered_with_the_same_that_was_too_thin_are_worth_what_that_was_worth) {
    scenario_.items[0].needs[0].min_form = Form::facts;
    stage().at(5).share("VT", "i1", {"OVJ"});
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(11).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(answered(), 50);
    EXPECT_EQ(team(all(), IndicatorId::c1).evidence[0].finding, Finding::answered_too_thin);
}

TEST_F(Requests, answered_with_the_same_pointer_again_are_worth_nothing) {
    stage().at(5).share("VT", "i1", {"OVJ"}, {.form = Form::pointer});
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(11).share("VT", "i1", {"OVJ"}, {.form = Form::pointer});
    EXPECT_DOUBLE_EQ(answered(), 0);
}

TEST_F(Requests, answered_with_what_another_gave_meanwhile_count_whole) {
    scenario_.items[0].holders.push_back({"DJI"});
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(11).share("DJI", "i1", {"OVJ"});
    stage().at(12).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, answered_by_repeating_a_breach_are_worth_nothing) {
    scenario_.items[0].grants = {grant({"PRC"})};
    stage().at(5).share("VT", "i1", {"OVJ"});
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().share("VT", "i1", {"OVJ"}, {.request = request});
    EXPECT_DOUBLE_EQ(answered(), 0);
}

TEST_F(Requests, refused_justly_when_there_is_no_lawful_way_at_the_form_needed) {
    scenario_.items[0].needs[0].min_form = Form::facts;
    scenario_.items[0].grants = {grant({}, Form::conclusion)};
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().refuse("VT", request, RefusalReason::no_basis);
    EXPECT_DOUBLE_EQ(answered(), 100);
    EXPECT_EQ(team(all(), IndicatorId::c1).evidence[0].finding, Finding::refused_justly);
}

TEST_F(Requests, refused_justly_when_the_asker_needs_nothing_of_it) {
    const auto request = stage().at(10).ask("POL", {"VT"});
    stage().refuse("VT", request, RefusalReason::not_necessary);
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, refused_while_a_lawful_way_was_open_are_worth_a_quarter) {
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().refuse("VT", request, RefusalReason::too_rich);
    EXPECT_DOUBLE_EQ(answered(), 25);
}

TEST_F(Requests, refused_because_of_privacy_are_never_just) {
    const auto request = stage().at(10).ask("POL", {"VT"});
    stage().refuse("VT", request, RefusalReason::privacy);
    EXPECT_DOUBLE_EQ(answered(), 25);
}

TEST_F(Requests, refused_without_a_reason_are_an_answer_worth_nothing) {
    const auto request = stage().at(10).ask("POL", {"VT"});
    stage().refuse("VT", request, RefusalReason::unmotivated);
    stage().end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 1);
    EXPECT_DOUBLE_EQ(answered(), 0);
}

TEST_F(Requests, referred_to_somebody_who_has_it_count_whole) {
    const auto request = stage().at(10).ask("OVJ", {"PRC"});
    stage().refer("PRC", request, "VT");
    EXPECT_DOUBLE_EQ(answered(), 100);
    EXPECT_DOUBLE_EQ(asked(), 75);
}

TEST_F(Requests, referred_wrongly_are_worth_nothing) {
    const auto away = stage().at(10).ask("OVJ", {"PRC"});
    stage().refer("PRC", away, "DJI");
    EXPECT_DOUBLE_EQ(answered(), 0);
    const auto by_holder = stage().ask("POL", {"VT"});
    stage().refer("VT", by_holder, "DJI");
    EXPECT_DOUBLE_EQ(answered(), 0);
}

TEST_F(Requests, answered_that_it_is_not_here_count_when_that_is_true) {
    const auto request = stage().at(10).ask("OVJ", {"PRC"});
    stage().not_here("PRC", request);
    EXPECT_DOUBLE_EQ(answered(), 100);
    const auto at_holder = stage().ask("OVJ", {"VT"});
    stage().not_here("VT", at_holder);
    EXPECT_DOUBLE_EQ(answered(), 50);
}

TEST_F(Requests, are_judged_by_what_was_held_when_asked) {
    scenario_.items[0].available_sim_ms = 15 * minute_ms;
    const auto request = stage().at(10).ask("OVJ", {"VT"});
    stage().at(20).not_here("VT", request);
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, left_unanswered_count_as_nothing_once_their_term_is_over) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(31).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 1);
    EXPECT_DOUBLE_EQ(answered(), 0);
}

TEST_F(Requests, still_open_at_the_end_are_left_out_also_when_their_term_ends_just_then) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(30).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 0);
}

TEST_F(Requests, repeated_count_once) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(20).ask("OVJ", {"VT"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 1);
    EXPECT_EQ(opportunities(IndicatorId::c2), 1);
}

// Whoever else is addressed.
TEST_F(Requests, to_one_asked_before_are_a_repetition_for_that_one_only) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(20).ask("OVJ", {"VT", "PRC"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 2);
    EXPECT_EQ(opportunities(IndicatorId::c2), 2);
    EXPECT_DOUBLE_EQ(asked(), 50);
}

TEST_F(Requests, to_somebody_else_are_no_repetition) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(20).ask("OVJ", {"PRC"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 2);
}

TEST_F(Requests, for_what_the_asker_has_and_needs_no_more_are_left_out) {
    stage().at(5).share("VT", "i1", {"OVJ"});
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 0);
    EXPECT_EQ(opportunities(IndicatorId::c2), 0);
}

TEST_F(Requests, to_three_or_more_expect_an_answer_only_of_those_who_have_it) {
    stage().at(10).ask("OVJ", {"VT", "PRC", "DJI"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 1);
    EXPECT_EQ(opportunities(IndicatorId::c2), 1);
    EXPECT_NEAR(asked(), 10, 1e-9);
}

TEST_F(Requests, to_two_are_two_requests) {
    stage().at(10).ask("OVJ", {"VT", "PRC"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c1), 2);
    EXPECT_DOUBLE_EQ(asked(), 50);
}

TEST_F(Requests, count_for_the_role_asked_and_for_the_role_asking) {
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(300).end();
    const Score found = all();
    EXPECT_EQ(of_role(found, IndicatorId::c1, "VT").opportunities, 1);
    EXPECT_EQ(of_role(found, IndicatorId::c1, "OVJ").opportunities, 0);
    EXPECT_EQ(of_role(found, IndicatorId::c2, "OVJ").opportunities, 1);
    EXPECT_EQ(of_role(found, IndicatorId::c2, "VT").opportunities, 0);
}

TEST_F(Requests, reach_an_original_holder_also_before_it_has_the_item) {
    scenario_.items[0].available_sim_ms = 50 * minute_ms;
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(300).end();
    EXPECT_DOUBLE_EQ(asked(), 100);
}

TEST_F(Requests, do_not_reach_a_later_holder_before_its_own_time) {
    scenario_.items[0].holders = {{"DJI"}};
    scenario_.items[0].later_holders = {{{"VT"}, 50 * minute_ms}};
    const auto request = stage().at(10).ask("OVJ", {"PRC"});
    stage().refer("PRC", request, "VT");
    EXPECT_DOUBLE_EQ(answered(), 0);
    stage().ask("OVJ", {"VT"});
    EXPECT_DOUBLE_EQ(asked(), 0);
    scenario_.items[0].later_holders[0].from_sim_ms = 5 * minute_ms;
    stage_.reset();
    stage().at(10).ask("OVJ", {"VT"});
    EXPECT_DOUBLE_EQ(asked(), 100);
}

// Two are still to answer, and a third is asked.
TEST_F(Requests, of_a_third_while_two_are_to_answer_are_worth_three_tenths_at_a_holder) {
    stage().at(10).ask("OVJ", {"DJI"});
    stage().at(11).ask("OVJ", {"PRC"});
    stage().at(12).ask("OVJ", {"VT"});
    EXPECT_NEAR(asked(), 100 * 0.3 / 3, 1e-9);
    EXPECT_EQ(team(all(), IndicatorId::c2).evidence[2].finding, Finding::asked_one_of_many);
    stage().at(13).ask("OVJ", {"GGZ"});
    EXPECT_NEAR(asked(), 100 * 0.3 / 4, 1e-9);
}

TEST_F(Requests, of_a_third_are_worth_nothing_more_by_a_referral) {
    stage().at(10).ask("OVJ", {"DJI", "POL"});
    const auto request = stage().at(11).ask("OVJ", {"PRC"});
    stage().refer("PRC", request, "VT");
    EXPECT_DOUBLE_EQ(asked(), 0);
}

TEST_F(Requests, of_a_third_count_whole_once_one_of_the_two_has_answered_or_let_its_term_run_out) {
    stage().at(10).ask("OVJ", {"DJI"});
    const auto request = stage().at(11).ask("OVJ", {"PRC"});
    stage().not_here("PRC", request);
    stage().at(12).ask("OVJ", {"VT"});
    EXPECT_NEAR(asked(), 100.0 / 3, 1e-9);
    stage_.reset();
    stage().at(10).ask("OVJ", {"DJI", "PRC"});
    stage().at(30).ask("OVJ", {"VT"});  // their terms include their last minute
    EXPECT_NEAR(asked(), 10, 1e-9);
    stage_.reset();
    stage().at(10).ask("OVJ", {"DJI", "PRC"});
    stage().at(31).ask("OVJ", {"VT"});
    EXPECT_NEAR(asked(), 100.0 / 3, 1e-9);
}

TEST_F(Requests, referred_to_the_same_one_again_tell_nothing_more) {
    for (const char* role : {"PRC", "DJI"}) {
        const auto request = stage().at(10).ask("OVJ", {role});
        stage().refer(role, request, "VT");
    }
    EXPECT_NEAR(asked(), 75.0 / 2, 1e-9);
    EXPECT_DOUBLE_EQ(answered(), 100);
}

TEST_F(Requests, are_scaled_by_the_share_of_own_needs_that_was_asked_for) {
    scenario_.items.push_back(needed_by_ovj("i2"));
    scenario_.items[1].about = {{"q"}};
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c2), 2);
    EXPECT_DOUBLE_EQ(asked(), 50);
}

TEST_F(Requests, need_not_be_made_for_what_came_in_time_by_itself) {
    scenario_.items.push_back(needed_by_ovj("i2"));
    scenario_.items[1].about = {{"q"}};
    stage().at(5).share("VT", "i2", {"OVJ"});
    stage().at(10).ask("OVJ", {"VT"});
    stage().at(300).end();
    EXPECT_DOUBLE_EQ(asked(), 100);
}

TEST_F(Requests, never_made_while_needs_went_unmet_are_worth_nothing) {
    stage().at(300).end();
    EXPECT_EQ(opportunities(IndicatorId::c2), 1);
    EXPECT_DOUBLE_EQ(asked(), 0);
}

}  // namespace
}  // namespace casustafel::score
