// S1 to S3: what reached whom, in which form and by when.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

TEST(NeedsMet, counts_half_for_a_form_that_is_too_poor) {
    core::Item i1 = needed_by_ovj();
    i1.needs[0].min_form = Form::summary;
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s2), 50);
}

TEST(NeedsMet, counts_half_for_what_came_after_the_last_useful_moment) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(201).share("VT", "i1", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s2), 50);
    EXPECT_EQ(team(found, IndicatorId::s2).evidence[0].finding, Finding::late);
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s1), 0);
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s3), 0);
}

TEST(NeedsMet, is_delivered_until_twice_the_time_there_was) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(150).share("VT", "i1", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s2), 100);
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s3), 50);
}

TEST(NeedsMet, is_late_once_the_decision_it_names_was_due) {
    core::Scenario scenario = case_with({needed_by_ovj()});
    scenario.decisions = {{{"Z1"}, {}, {"Z"}, 120 * minute_ms, {{"OVJ"}}, true}};
    scenario.items[0].needs[0].decision = {"Z1"};
    Stage stage(scenario);
    stage.at(110).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(number(scenario, stage.log(), IndicatorId::s3), 50);
    Stage late(scenario);
    late.at(121).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(number(scenario, late.log(), IndicatorId::s2), 50);
}

TEST(NeedsMet, gets_nothing_from_a_red_share_until_a_lawful_one_repairs_it) {
    core::Item i1 = needed_by_ovj();
    i1.grants[0].max_form = Form::conclusion;
    i1.sensitivity = 3;
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"}, {.form = Form::source});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s2), 0);
    Stage repaired(scenario);
    repaired.at(10).share("VT", "i1", {"OVJ"}, {.form = Form::source});
    repaired.at(20).share("VT", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(number(scenario, repaired.play_out(), IndicatorId::s2), 100);
}

TEST(NeedsMet, leaves_out_a_need_without_a_lawful_chain) {
    core::Item i1 = needed_by_ovj();
    i1.grants[0].max_form = Form::pointer;
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    EXPECT_EQ(team(all_numbers(scenario, stage.play_out()), IndicatorId::s2).opportunities, 0);
}

TEST(NeedsMet, leaves_out_what_came_into_play_at_or_after_its_deadline) {
    core::Item i1 = needed_by_ovj();
    i1.available_sim_ms = 100 * minute_ms;
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    stage.at(300);
    EXPECT_EQ(team(all_numbers(scenario, stage.play_out()), IndicatorId::s2).opportunities, 0);
}

// What was not due when the exercise was stopped nobody can have missed, and nobody has met.
TEST(NeedsMet, counts_a_need_once_the_exercise_reached_its_deadline) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stopped(scenario);
    const Score before = all_numbers(scenario, stopped.at(99).end());
    EXPECT_EQ(team(before, IndicatorId::s2).opportunities, 0);
    EXPECT_EQ(team(before, IndicatorId::c2).opportunities, 0);
    Stage later(scenario);
    EXPECT_EQ(team(all_numbers(scenario, later.at(100).end()), IndicatorId::s2).opportunities, 1);
    Stage met(scenario);
    met.at(10).share("VT", "i1", {"OVJ"});
    EXPECT_EQ(team(all_numbers(scenario, met.at(99).end()), IndicatorId::s2).opportunities, 0);
}

TEST(NeedsMet, takes_an_hour_before_the_decision_when_the_need_names_no_time) {
    core::Scenario scenario = case_with({needed_by_ovj()});
    scenario.items[0].needs[0].by_sim_ms.reset();
    scenario.decisions = {{{"Z0"}, {}, {"Z"}, 60 * minute_ms, {{"OVJ"}}, true},
                          {{"V1"}, {}, {"V"}, 100 * minute_ms, {{"PRC"}}, true},
                          {{"Z1"}, {}, {"Z"}, 200 * minute_ms, {{"OVJ"}}, true}};
    Stage stage(scenario);
    const auto& log = stage.play_out();
    EXPECT_EQ(team(all_numbers(scenario, log), IndicatorId::s2).evidence[0].due_sim_ms,
              140 * minute_ms);
    scenario.items[0].needs[0].decision = {"V1"};
    EXPECT_EQ(team(all_numbers(scenario, log), IndicatorId::s2).evidence[0].due_sim_ms,
              40 * minute_ms);
    scenario.items[0].needs[0].decision = {};
    scenario.decisions.clear();
    EXPECT_EQ(team(all_numbers(scenario, log), IndicatorId::s2).evidence[0].due_sim_ms,
              600 * minute_ms);
}

TEST(NeedsMet, shows_for_a_miss_the_lawful_way_that_was_open) {
    core::Item i1 = needed_by_ovj();
    i1.onward = core::Onward::rules;
    i1.grants = {grant({"PRC"}), grant({"OVJ"})};
    i1.grants[0].from = {{"VT"}};
    i1.grants[1].from = {{"PRC"}};
    const auto scenario = case_with({i1});
    Stage stage(scenario);
    const Score found = all_numbers(scenario, stage.play_out());
    const Evidence& missed = team(found, IndicatorId::s2).evidence.at(0);
    EXPECT_EQ(missed.finding, Finding::missed);
    EXPECT_EQ(missed.needed, Form::conclusion);
    EXPECT_EQ(missed.chain, (std::vector<core::RoleId>{{"VT"}, {"PRC"}, {"OVJ"}}));
}

TEST(NeedsMet, at_role_level_counts_a_delivered_pair_for_the_giver) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(of_role(found, IndicatorId::s2, "VT").opportunities, 1);
    EXPECT_EQ(of_role(found, IndicatorId::s2, "OVJ").opportunities, 0);
}

TEST(NeedsMet, at_role_level_counts_a_miss_for_the_needer_when_nobody_could_know) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(of_role(found, IndicatorId::s2, "VT").opportunities, 0);
    EXPECT_EQ(of_role(found, IndicatorId::s2, "OVJ").opportunities, 1);
}

TEST(NeedsMet, at_role_level_counts_a_miss_for_the_holder_that_was_asked_or_could_know) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(10).ask("OVJ", {"VT"});
    const Score asked = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(of_role(asked, IndicatorId::s2, "VT").opportunities, 1);
    EXPECT_EQ(of_role(asked, IndicatorId::s2, "OVJ").opportunities, 1);
    EXPECT_EQ(team(asked, IndicatorId::s2).opportunities, 1);

    auto known = case_with({needed_by_ovj()});
    known.items[0].needs[0].known_to_holder = true;
    Stage silent(known);
    const Score found = all_numbers(known, silent.play_out());
    EXPECT_EQ(of_role(found, IndicatorId::s2, "VT").opportunities, 1);
    EXPECT_EQ(of_role(found, IndicatorId::s2, "OVJ").opportunities, 0);
}

TEST(NeedsMet, gives_a_later_holder_reason_to_know_from_its_own_time_on) {
    core::Item later = needed_by_ovj();
    later.holders.clear();
    later.later_holders = {{{"VT"}, 50 * minute_ms}};
    const auto known_since = [&](std::int64_t own_minute) {
        later.later_holders[0].from_sim_ms = own_minute * minute_ms;
        auto scenario = case_with({later, needed_by_ovj("i2")});
        scenario.items[0].holders = {{"DJI"}};  // so that it is in play before
        Stage stage(scenario);
        stage.at(10).ask("OVJ", {"VT"});
        const Score found = all_numbers(scenario, stage.play_out());
        return team(found, IndicatorId::s2).evidence[0].known_since_sim_ms;
    };
    EXPECT_EQ(known_since(50), 50 * minute_ms);
    EXPECT_EQ(known_since(101), std::nullopt);
}

TEST(NeedsMet, gives_no_reason_to_know_to_a_holder_asked_after_the_deadline) {
    const auto scenario = case_with({needed_by_ovj()});
    Stage stage(scenario);
    stage.at(101).ask("OVJ", {"VT"});
    EXPECT_EQ(of_role(all_numbers(scenario, stage.play_out()), IndicatorId::s2, "VT").opportunities,
              0);
}

TEST(UniqueInformation, leaves_out_what_a_whole_table_had_and_nobody_elsewhere_needs) {
    core::Item common = item("i1", {"VT", "DJI"}, 1);
    common.needs = {need("PRC", 100)};
    common.grants = {grant({})};
    auto scenario = case_with({common});
    Stage stage(scenario);
    EXPECT_EQ(team(all_numbers(scenario, stage.play_out()), IndicatorId::s1).opportunities, 0);
    scenario.items[0].needs.push_back(need("OVJ", 100));
    EXPECT_EQ(team(all_numbers(scenario, stage.log()), IndicatorId::s1).opportunities, 1);
}

TEST(UniqueInformation, counts_only_needs_at_another_table_for_what_a_table_shared) {
    core::Item common = item("i1", {"VT", "DJI"}, 1);
    common.needs = {need("PRC", 100), need("OVJ", 100)};
    common.grants = {grant({})};
    const auto scenario = case_with({common});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"PRC"});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s1), 0);
    Stage crossing(scenario);
    crossing.at(10).share("VT", "i1", {"PRC"});
    crossing.at(20).share("DJI", "i1", {"OVJ"});
    EXPECT_DOUBLE_EQ(number(scenario, crossing.play_out(), IndicatorId::s1), 100);
}

TEST(UniqueInformation, weighs_an_item_by_its_own_weight_else_by_its_heaviest_need) {
    core::Item light = needed_by_ovj("i1");
    core::Item heavy = needed_by_ovj("i2");
    heavy.needs[0].weight = 3;
    const auto scenario = case_with({light, heavy});
    Stage stage(scenario);
    stage.at(10).share("VT", "i2", {"OVJ"});
    EXPECT_DOUBLE_EQ(number(scenario, stage.play_out(), IndicatorId::s1), 75);
}

TEST(InTime, leaves_thin_deliveries_out) {
    core::Item thin = needed_by_ovj("i1");
    thin.needs[0].min_form = Form::summary;
    const auto scenario = case_with({thin, needed_by_ovj("i2")});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"OVJ"});
    stage.at(150).share("VT", "i2", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(team(found, IndicatorId::s3).opportunities, 1);
    EXPECT_DOUBLE_EQ(number(found, IndicatorId::s3), 50);
}

TEST(MissingData, removes_needs_whose_only_holder_was_away_for_most_of_the_window) {
    const auto scenario = case_with({needed_by_ovj("i1")});
    Stage stage(scenario);
    stage.at(10).connection("VT", false);
    stage.at(62).connection("VT", true);
    const Score found = all_numbers(scenario, stage.at(200).end());
    EXPECT_EQ(team(found, IndicatorId::s2).opportunities, 0);
    ASSERT_EQ(found.removed.size(), 1u);
    EXPECT_EQ(found.removed[0].item.value, "i1");
    EXPECT_EQ(found.removed[0].holder.value, "VT");
}

TEST(MissingData, keeps_needs_whose_holder_was_away_for_half_or_had_a_colleague) {
    core::Item two_holders = needed_by_ovj("i2");
    two_holders.holders.push_back({"DJI"});
    const auto scenario = case_with({needed_by_ovj("i1"), two_holders});
    Stage stage(scenario);
    stage.at(10).connection("VT", false);
    stage.at(60).connection("VT", true);
    EXPECT_TRUE(all_numbers(scenario, stage.at(200).end()).removed.empty());
    Stage longer(scenario);
    longer.at(10).connection("VT", false);
    const Score found = all_numbers(scenario, longer.at(200).end());
    ASSERT_EQ(found.removed.size(), 1u);
    EXPECT_EQ(found.removed[0].item.value, "i1");
}

TEST(MissingData, treats_an_empty_seat_as_away) {
    const auto scenario = case_with({needed_by_ovj("i1")});
    Stage stage(scenario, {"VT"});
    EXPECT_EQ(all_numbers(scenario, stage.at(200).end()).removed.size(), 1u);
}

TEST(MissingData, does_not_count_a_connection_that_is_back_within_two_minutes) {
    const auto scenario = case_with({needed_by_ovj("i1")});
    Stage stage(scenario);
    for (int minute = 0; minute < 100; minute += 2) {
        stage.at(minute).connection("VT", false);
        stage.at(minute + 1).connection("VT", true);
    }
    EXPECT_TRUE(all_numbers(scenario, stage.at(200).end()).removed.empty());
}

}  // namespace
}  // namespace casustafel::score
