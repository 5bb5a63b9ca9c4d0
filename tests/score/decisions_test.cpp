// C5: what a decision rested on, against what it could have rested on. OVJ decides at Z; VT, DJI
// and GGZ hold what it needs, with weights 3, 2 and 1.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

core::Item weighing(const std::string& id, const char* holder, int weight) {
    core::Item made = item(id, {holder}, 2);
    made.weight = weight;
    made.needs = {need("OVJ", 100)};
    made.grants = {grant({})};
    return made;
}

core::Scenario three_items() {
    return case_with({weighing("i1", "VT", 3), weighing("i2", "DJI", 2), weighing("i3", "GGZ", 1)});
}

// Something OVJ has from the start that no decision asks for.
core::Item own(const std::string& id, core::Truth truth = core::Truth::true_) {
    core::Item made = item(id, {"OVJ"}, 1);
    made.truth = truth;
    return made;
}

class Decisions : public testing::Test {
protected:
    // With the decision Z1, due at minute 200, that should rest on these.
    Stage& deciding_on(std::initializer_list<const char*> required) {
        scenario_.decisions = {decision("Z1", 200, required)};
        return begin();
    }
    Stage& begin() {
        stage_.emplace(scenario_);
        return *stage_;
    }
    Stage& stage() { return *stage_; }
    double value() {
        score_ = all_numbers(scenario_, stage_->end());
        return number(score_, IndicatorId::c5);
    }
    const DecisionCard& card() const { return score_.decisions.at(0); }

    core::Scenario scenario_ = three_items();
    std::optional<Stage> stage_;
    Score score_;
};

TEST_F(Decisions, are_half_what_was_there_and_half_what_was_used_of_all_that_is_required) {
    deciding_on({"i1", "i2", "i3"}).at(10).share("VT", "i1", {"OVJ"});
    stage().share("DJI", "i2", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 100 * (0.5 * 5 / 6 + 0.5 * 3 / 6));
    EXPECT_EQ(card().required[0].use, Use::cited);
    EXPECT_EQ(card().required[1].use, Use::not_cited);
    EXPECT_EQ(card().required[2].use, Use::not_there);
    EXPECT_EQ(card().required[2].chain, (std::vector<core::RoleId>{{"GGZ"}, {"OVJ"}}));
}

TEST_F(Decisions, of_which_nothing_was_there_are_worth_nothing) {
    deciding_on({"i1", "i2", "i3"}).at(10).decide("OVJ", "Z1", {});
    EXPECT_DOUBLE_EQ(value(), 0);
}

TEST_F(Decisions, do_not_have_what_is_too_poor_for_the_form_named_but_may_use_it) {
    scenario_.decisions = {decision("Z1", 200, {"i1", "i2"})};
    scenario_.decisions[0].required[0].min_form = Form::facts;
    begin().at(10).share("VT", "i1", {"OVJ"});
    stage().share("DJI", "i2", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1", "i2"});
    EXPECT_DOUBLE_EQ(value(), 100 * (0.5 * 2 / 5 + 0.5));
}

TEST_F(Decisions, ask_the_least_form_that_a_decider_needs_when_none_is_named) {
    scenario_.items[0].needs = {need("OVJ", 100), need("PRC", 100)};
    scenario_.items[0].needs[0].min_form = Form::summary;
    scenario_.items[0].needs[1].min_form = Form::pointer;
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 50);
    EXPECT_EQ(card().required[0].needed, Form::summary);
}

TEST_F(Decisions, ask_a_conclusion_when_no_decider_needs_it) {
    scenario_.items[0].needs.clear();
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"}, {.form = Form::pointer});
    stage().decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 50);
    EXPECT_EQ(card().required[0].needed, Form::conclusion);
}

TEST_F(Decisions, count_a_group_for_its_heaviest) {
    scenario_.decisions = {decision("Z1", 200, {})};
    scenario_.decisions[0].required = {{.any = 2, .of = {{"i1"}, {"i2"}, {"i3"}}}};
    begin().at(10).share("DJI", "i2", {"OVJ"});
    stage().share("GGZ", "i3", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i2", "i3"});
    EXPECT_DOUBLE_EQ(value(), 100 * (0.5 * 3 / 5 + 0.5 * 3 / 5));
}

TEST_F(Decisions, count_a_true_item_used_as_an_assumption_half) {
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {}, {"i1"});
    EXPECT_DOUBLE_EQ(value(), 75);
}

TEST_F(Decisions, count_a_required_assumption_whole_and_charge_it_when_used_as_fact) {
    scenario_.items[0].truth = core::Truth::assumption;
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {}, {"i1"});
    EXPECT_DOUBLE_EQ(value(), 100);
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 75);
    EXPECT_EQ(card().wrong_as_fact, (std::vector<core::ItemId>{{"i1"}}));
}

TEST_F(Decisions, pay_a_quarter_for_each_thing_used_as_fact_that_is_none) {
    scenario_.items.push_back(own("a1", core::Truth::assumption));
    scenario_.items.push_back(own("a2", core::Truth::untrue));
    deciding_on({"i1", "i2", "i3"}).at(10).share("VT", "i1", {"OVJ"});
    stage().share("DJI", "i2", {"OVJ"});
    stage().share("GGZ", "i3", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1", "i2", "i3", "a1"});
    EXPECT_DOUBLE_EQ(value(), 75);
}

TEST_F(Decisions, never_fall_below_nothing) {
    scenario_.items.push_back(own("a1", core::Truth::assumption));
    scenario_.items.push_back(own("a2", core::Truth::untrue));
    deciding_on({"i1"}).at(10).decide("OVJ", "Z1", {"a1", "a2"});
    EXPECT_DOUBLE_EQ(value(), 0);
}

TEST_F(Decisions, lose_what_they_used_when_more_than_half_as_much_is_beside_the_point) {
    for (const char* id : {"x1", "x2"}) scenario_.items.push_back(own(id));
    deciding_on({"i1", "i2"}).at(10).share("VT", "i1", {"OVJ"});
    stage().share("DJI", "i2", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1", "i2", "x1"});
    EXPECT_DOUBLE_EQ(value(), 100);

    deciding_on({"i1", "i2"}).at(10).share("VT", "i1", {"OVJ"});
    stage().share("DJI", "i2", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1", "i2", "x1", "x2"});
    EXPECT_DOUBLE_EQ(value(), 100 * (0.5 + 0.5 * 2 / 3));
    EXPECT_EQ(card().beside.size(), 2u);
}

TEST_F(Decisions, get_nothing_for_what_came_in_breach_and_may_pay_for_it) {
    scenario_.items[0].grants = {grant({"PRC"})};
    deciding_on({"i1", "i2"}).at(10).share("VT", "i1", {"OVJ"});
    stage().share("DJI", "i2", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1", "i2"});
    EXPECT_DOUBLE_EQ(value(), 40);
    EXPECT_EQ(card().beside, (std::vector<core::ItemId>{{"i1"}}));
}

TEST_F(Decisions, are_too_early_while_an_answer_that_could_come_is_on_its_way) {
    deciding_on({"i1", "i2"}).at(10).share("DJI", "i2", {"OVJ"});
    const auto request = stage().at(20).ask("OVJ", {"VT"});
    stage().at(30).decide("OVJ", "Z1", {"i2"});
    EXPECT_DOUBLE_EQ(value(), 40 - 25);
    EXPECT_EQ(card().too_early, request);
}

TEST_F(Decisions, are_not_too_early_in_the_last_minute_of_the_term) {
    deciding_on({"i1", "i2"}).at(10).share("DJI", "i2", {"OVJ"});
    stage().at(20).ask("OVJ", {"VT"});
    stage().at(39).decide("OVJ", "Z1", {"i2"});
    EXPECT_DOUBLE_EQ(value(), 40);
}

TEST_F(Decisions, need_not_wait_for_an_answer_that_may_come_after_the_deadline) {
    scenario_.decisions = {decision("Z1", 35, {"i1", "i2"})};
    begin().at(10).share("DJI", "i2", {"OVJ"});
    stage().at(20).ask("OVJ", {"VT"});
    stage().at(30).decide("OVJ", "Z1", {"i2"});
    EXPECT_DOUBLE_EQ(value(), 40);
}

TEST_F(Decisions, need_not_wait_for_who_may_not_give_it_or_has_answered) {
    scenario_.items[0].grants = {grant({"OVJ"}, Form::pointer)};
    deciding_on({"i1", "i2"}).at(10).share("DJI", "i2", {"OVJ"});
    stage().at(20).ask("OVJ", {"VT"});
    stage().at(30).decide("OVJ", "Z1", {"i2"});
    EXPECT_DOUBLE_EQ(value(), 40);

    scenario_ = three_items();
    deciding_on({"i1", "i2"}).at(10).share("DJI", "i2", {"OVJ"});
    const auto request = stage().at(20).ask("OVJ", {"VT"});
    stage().refuse("VT", request, core::RefusalReason::privacy);
    stage().at(30).decide("OVJ", "Z1", {"i2"});
    EXPECT_DOUBLE_EQ(value(), 40);
}

TEST_F(Decisions, of_the_core_are_worth_nothing_late_or_never) {
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().at(201).decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 0);
    EXPECT_TRUE(card().late);
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().at(201);
    EXPECT_DOUBLE_EQ(value(), 0);
    EXPECT_EQ(team(score_, IndicatorId::c5).evidence[0].finding, Finding::not_decided);
}

TEST_F(Decisions, that_were_not_due_when_it_was_stopped_are_no_opportunity) {
    deciding_on({"i1"}).at(199);
    EXPECT_EQ(value(), -1);
    EXPECT_EQ(team(score_, IndicatorId::c5).opportunities, 0);
    EXPECT_TRUE(card().not_due);
    deciding_on({"i1"}).at(201);
    EXPECT_DOUBLE_EQ(value(), 0);
    EXPECT_EQ(team(score_, IndicatorId::c5).evidence[0].finding, Finding::not_decided);
    EXPECT_FALSE(card().not_due);
}

TEST_F(Decisions, taken_before_it_was_stopped_count_also_when_they_were_not_due) {
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 100);
}

TEST_F(Decisions, beside_the_core_count_as_taken_when_late) {
    scenario_.decisions = {decision("Z1", 100, {"i1"})};
    scenario_.decisions[0].core = false;
    begin().at(10).share("VT", "i1", {"OVJ"});
    stage().at(201).decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 100);
}

// Else a group could keep the indicator from having a value by taking few decisions.
TEST_F(Decisions, beside_the_core_are_opportunities_when_never_taken_and_leave_the_mean_alone) {
    scenario_.decisions = {decision("Z1", 200, {"i1"}), decision("Z2", 200, {"i3"})};
    scenario_.decisions[1].core = false;
    begin().at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    stage().at(201);
    EXPECT_DOUBLE_EQ(value(), 100);
    EXPECT_EQ(team(score_, IndicatorId::c5).opportunities, 2);
    EXPECT_EQ(team(score_, IndicatorId::c5).evidence.size(), 2u);
}

TEST_F(Decisions, of_which_one_of_eight_things_was_there_and_used_are_worth_an_eighth) {
    std::vector<core::Item> eight;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h"})
        eight.push_back(weighing(id, "VT", 1));
    scenario_ = case_with(eight);
    deciding_on({"a", "b", "c", "d", "e", "f", "g", "h"}).at(10).share("VT", "a", {"OVJ"});
    stage().decide("OVJ", "Z1", {"a"});
    EXPECT_DOUBLE_EQ(value(), 12.5);
}

TEST_F(Decisions, taken_back_were_never_taken) {
    deciding_on({"i1"}).at(10).decide("OVJ", "Z1", {});
    stage().act("OVJ", core::RetractDecision{{"Z1"}});
    stage().share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    EXPECT_DOUBLE_EQ(value(), 100);
}

TEST_F(Decisions, are_judged_on_what_was_there_when_they_were_taken) {
    deciding_on({"i1", "i2"}).at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    stage().share("DJI", "i2", {"OVJ"});
    EXPECT_DOUBLE_EQ(value(), 100 * (0.5 * 3 / 5 + 0.5 * 3 / 5));
}

TEST_F(Decisions, weigh_as_much_as_what_they_should_rest_on) {
    scenario_.decisions = {decision("Z1", 200, {"i1"}), decision("Z2", 200, {"i3"})};
    begin().at(10).share("VT", "i1", {"OVJ"});
    stage().decide("OVJ", "Z1", {"i1"});
    stage().at(20).decide("OVJ", "Z2", {});
    EXPECT_DOUBLE_EQ(value(), 75);
    EXPECT_EQ(team(score_, IndicatorId::c5).opportunities, 2);
    EXPECT_DOUBLE_EQ(of_table(score_, IndicatorId::c5, "Z").value.value(), 75);
    EXPECT_EQ(of_table(score_, IndicatorId::c5, "V").opportunities, 0);
}

TEST_F(Decisions, not_due_yet_say_nothing_while_the_session_goes_on) {
    deciding_on({"i1"}).at(10);
    EXPECT_EQ(number(scenario_, stage().log(), IndicatorId::c5), -1);
}

TEST_F(Decisions, and_the_bridge_together_are_enough_for_the_heading) {
    core::Item back = weighing("b", "OVJ", 1);
    back.needs = {need("VT", 100)};
    scenario_.items.push_back(back);
    deciding_on({"i1"}).at(10).share("VT", "i1", {"OVJ"});
    stage().share("OVJ", "b", {"VT"});
    stage().decide("OVJ", "Z1", {"i1"});
    stage().at(100);
    value();
    EXPECT_TRUE(score_.headings.cooperation.value);
}

}  // namespace
}  // namespace casustafel::score
