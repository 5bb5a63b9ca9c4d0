// S4 and S5: what was told to whom, and on what ground.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

TEST(CarefulBoundary, leaves_out_open_items_that_nobody_needed) {
    core::Item open = item("i1", {"VT"}, 0);
    const auto scenario = case_with({open});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ", "PRC"}, {.basis = "OPEN"});
    EXPECT_EQ(team(all_numbers(scenario, stage.play_out()), IndicatorId::s4).opportunities, 0);
}

TEST(CarefulBoundary, counts_every_recipient_of_one_share) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ", "PRC", "DJI"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(team(found, IndicatorId::s4).opportunities, 3);
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s4), 100 * (1 - 0.6 / 3));
}

TEST(CarefulBoundary, takes_three_tenths_for_form_and_for_necessity_each) {
    core::Item i1 = item("i1", {"VT"}, 2);
    i1.grants = {grant({}, Form::conclusion)};
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"}, {.form = Form::summary});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s4), 40);
}

TEST(CarefulBoundary, has_nothing_to_say_when_nobody_shared) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(number(found, IndicatorId::s4), -1);
    EXPECT_EQ(number(found, IndicatorId::s5), -1);
    EXPECT_EQ(number(found, IndicatorId::s1), 0);
    EXPECT_EQ(number(found, IndicatorId::s2), 0);
}

TEST(CarefulBoundary, is_about_the_giver_on_role_level) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"PRC"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(of_role(found, IndicatorId::s4, "VT").opportunities, 1);
    EXPECT_EQ(of_role(found, IndicatorId::s4, "PRC").opportunities, 0);
    EXPECT_EQ(of_table(found, IndicatorId::s4, "V").opportunities, 1);
    EXPECT_EQ(of_table(found, IndicatorId::s4, "Z").opportunities, 0);
}

TEST(BasisAndForm, gives_nothing_for_a_covenant_alone) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"}, {.basis = "CONV"});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s5), 50);
}

TEST(BasisAndForm, allows_one_step_above_what_was_needed) {
    const auto scenario = case_with({needed_by_ovj("i1"), needed_by_ovj("i2")});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"}, {.form = Form::summary});
    EXPECT_DOUBLE_EQ(number(scenario, stage.log(), IndicatorId::s5), 100);
    stage.at(20).share("VT", "i2", {"OVJ"}, {.form = Form::facts});
    EXPECT_DOUBLE_EQ(number(scenario, stage.log(), IndicatorId::s5), 90);
}

TEST(BasisAndForm, judges_a_thin_share_on_basis_and_purpose_only) {
    core::Item i1 = needed_by_ovj();
    i1.needs[0].min_form = Form::facts;
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"}, {.purpose = Purpose::care});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s5), 100 * 0.5 / 0.8);
}

TEST(Flags, count_acts_of_sharing_and_list_their_recipients) {
    core::Item i1 = item("i1", {"VT"}, 3);
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ", "PRC"});
    const Score found = all_numbers(scenario, stage.play_out());
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].recipients.size(), 2u);
    EXPECT_EQ(found.flags[0].seq, stage.log().at(stage.log().size() - 2).seq);
}

TEST(Flags, are_raised_by_a_severe_red_line_on_a_less_sensitive_item_but_not_by_a_mild_one) {
    core::Item severe = item("i1", {"VT"}, 1);
    severe.grants = {grant({})};
    severe.never = {{.to = {{"OVJ"}}, .severity = 3}};
    core::Item mild = severe;
    mild.id = {"i2"};
    mild.never[0].severity = 2;
    const auto scenario = case_with({severe, mild});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"});
    stage.at(11).share("VT", "i2", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    ASSERT_EQ(found.flags.size(), 1u);
    EXPECT_EQ(found.flags[0].item.value, "i1");
}

}  // namespace
}  // namespace casustafel::score
