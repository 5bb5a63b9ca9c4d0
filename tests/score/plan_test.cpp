// C6, its plan half: an action passes five checks, and a plan has as many actions as it should.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

// PRC writes; DJI may give leave, and that touches VT and GGZ.
core::Scenario planning(int expected) {
    core::Item known = item("i1", {"PRC"}, 1);
    core::Item guess = item("i2", {"PRC"}, 1);
    guess.truth = core::Truth::assumption;
    core::Scenario made = case_with({known, guess, item("i3", {"VT"}, 1)});
    made.plan = {{"V"}, {}, expected};
    made.powers = {{{"LEAVE"}, {"verlof geven", "give leave"}, {{"DJI"}}, {{"VT"}, {"GGZ"}}}};
    return made;
}

core::ActionTerms whole() {
    core::ActionTerms terms;
    terms.text = "verlof";
    terms.lead = {"DJI"};
    terms.power = {"LEAVE"};
    terms.deadline_sim_ms = 300 * minute_ms;
    terms.items = {{"i1"}};
    terms.informed = {{"VT"}, {"GGZ"}};
    return terms;
}

class Plan : public testing::Test {
protected:
    void begin(int expected = 1) {
        scenario_ = planning(expected);
        stage_.emplace(scenario_);
        stage_->at(10);
    }
    core::EntityId add(const core::ActionTerms& terms) {
        return std::get<core::ActionAdded>(stage_->act("PRC", core::AddAction{terms}).front())
            .action;
    }
    void confirm(core::EntityId action) {
        for (const char* role : {"VT", "GGZ"}) stage_->act(role, core::ConfirmAction{action});
    }
    double value() {
        score_ = all_numbers(scenario_, stage_->play_out());
        return number(score_, IndicatorId::c6);
    }
    // The number of a plan of this one action, confirmed by whom it concerns.
    double of_one(const core::ActionTerms& terms) {
        begin();
        confirm(add(terms));
        return value();
    }

    core::Scenario scenario_;
    std::optional<Stage> stage_;
    Score score_;
};

TEST_F(Plan, is_whole_when_every_action_passes_its_five_checks) {
    EXPECT_DOUBLE_EQ(of_one(whole()), 100);
}

TEST_F(Plan, loses_a_fifth_of_an_action_without_a_deadline) {
    core::ActionTerms terms = whole();
    terms.deadline_sim_ms.reset();
    EXPECT_DOUBLE_EQ(of_one(terms), 80);
    EXPECT_FALSE(score_.plan[0].has_deadline);
}

// That somebody has the power the core has asked already; the lead, or who is named.
TEST_F(Plan, is_as_good_when_the_lead_names_who_has_the_power) {
    core::ActionTerms terms = whole();
    terms.lead = {"PRC"};
    terms.power_holder = {"DJI"};
    EXPECT_DOUBLE_EQ(of_one(terms), 100);
    EXPECT_TRUE(score_.plan[0].has_power);
}

TEST_F(Plan, loses_a_fifth_when_it_rests_on_no_fact_its_author_holds) {
    core::ActionTerms terms = whole();
    terms.items.clear();
    EXPECT_DOUBLE_EQ(of_one(terms), 80);
    terms.items = {{"i2"}};
    EXPECT_DOUBLE_EQ(of_one(terms), 80);
    terms.items = {{"i2"}, {"i1"}};
    EXPECT_DOUBLE_EQ(of_one(terms), 100);
}

TEST_F(Plan, loses_a_fifth_until_all_whom_it_touches_have_confirmed) {
    begin();
    const auto action = add(whole());
    stage_->act("VT", core::ConfirmAction{action});
    EXPECT_DOUBLE_EQ(value(), 80);
    EXPECT_FALSE(score_.plan[0].all_informed);
}

TEST_F(Plan, loses_confirmations_with_a_change_of_the_action) {
    begin();
    const auto action = add(whole());
    confirm(action);
    core::ActionTerms terms = whole();
    terms.text = "later verlof";
    stage_->act("PRC", core::ChangeAction{action, terms});
    EXPECT_DOUBLE_EQ(value(), 80);
}

TEST_F(Plan, loses_a_fifth_of_an_action_that_names_no_power_and_asks_nobody_informed_of_it) {
    begin();
    core::ActionTerms terms = whole();
    terms.power = {};
    terms.informed.clear();
    add(terms);
    EXPECT_DOUBLE_EQ(value(), 80);
    EXPECT_FALSE(score_.plan[0].has_power);
    EXPECT_TRUE(score_.plan[0].all_informed);
}

TEST_F(Plan, counts_for_as_much_of_the_actions_that_a_full_plan_has) {
    begin(4);
    confirm(add(whole()));
    EXPECT_DOUBLE_EQ(value(), 25);
    EXPECT_EQ(team(score_, IndicatorId::c6).opportunities, 4);
}

TEST_F(Plan, gains_nothing_from_more_actions_than_expected) {
    begin(1);
    confirm(add(whole()));
    core::ActionTerms poor = whole();
    poor.deadline_sim_ms.reset();
    confirm(add(poor));
    EXPECT_DOUBLE_EQ(value(), 90);
}

TEST_F(Plan, leaves_out_what_was_withdrawn) {
    begin(1);
    confirm(add(whole()));
    core::ActionTerms poor;
    poor.text = "iets";
    poor.lead = {"PRC"};
    const auto second = add(poor);
    stage_->act("PRC", core::WithdrawAction{second});
    EXPECT_DOUBLE_EQ(value(), 100);
    EXPECT_EQ(score_.plan.size(), 1u);
}

TEST_F(Plan, that_nobody_wrote_is_nothing_and_not_silence_whatever_is_expected) {
    begin(1);
    score_ = score(scenario_, stage_->play_out());
    EXPECT_DOUBLE_EQ(team(score_, IndicatorId::c6).value.value(), 0);
    EXPECT_EQ(team(score_, IndicatorId::c6).evidence[0].finding, Finding::not_planned);
}

TEST_F(Plan, says_nothing_in_a_case_without_a_plan) {
    begin();
    scenario_.plan.reset();
    EXPECT_EQ(number(scenario_, stage_->log(), IndicatorId::c6), -1);
}

}  // namespace
}  // namespace casustafel::score
