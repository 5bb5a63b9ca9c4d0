// Who gets the credit when people change seats, and what an autopilot does not count for
// (server/score/README.md §swaps). OVJ (Z) asks VT (V): the shorter term, 20 minutes, holds.
#include <algorithm>

#include "numbers.hpp"

namespace casustafel::score {
namespace {

const Indicator& of_person(const Score& score, IndicatorId id, core::ParticipantId participant) {
    for (const Indicator& indicator : score.people) {
        if (indicator.id == id && indicator.scope.participant == participant) return indicator;
    }
    ADD_FAILURE() << "nobody of that number";
    return score.people.front();
}

class Swapped : public testing::Test {
protected:
    Stage& begin() {
        stage_.emplace(scenario_);
        before_ = stage_->sitter("VT");
        after_ = stage_->sitter("DJI");
        return *stage_;
    }
    Stage& swap_at(std::int64_t minute) {
        stage_->at(minute).swap("VT", "DJI");
        return *stage_;
    }
    void finish() { score_ = all_numbers(scenario_, stage_->play_out()); }
    double answered() const { return number(score_, IndicatorId::c1); }
    const Indicator& of(IndicatorId id, core::ParticipantId participant) const {
        return of_person(score_, id, participant);
    }

    core::Scenario scenario_ = case_with({needed_by_ovj("i1")});
    std::optional<Stage> stage_;
    Score score_;
    core::ParticipantId before_{}, after_{};  // who sits at VT
};

TEST_F(Swapped, an_open_request_has_five_minutes_more_and_is_of_who_sits_there_now) {
    begin().at(10).ask("OVJ", {"VT"});
    swap_at(20).at(35).share("VT", "i1", {"OVJ"});
    finish();
    EXPECT_DOUBLE_EQ(answered(), 100);
    EXPECT_EQ(of(IndicatorId::c1, before_).opportunities, 0);
    EXPECT_DOUBLE_EQ(of(IndicatorId::c1, after_).value.value(), 100);
}

TEST_F(Swapped, after_that_lateness_is_counted_without_those_five_minutes) {
    begin().at(10).ask("OVJ", {"VT"});
    swap_at(20).at(45).share("VT", "i1", {"OVJ"});
    finish();
    EXPECT_DOUBLE_EQ(answered(), 50);  // 35 minutes less 5, of a term of 20
    EXPECT_DOUBLE_EQ(of(IndicatorId::c1, after_).value.value(), 50);
}

TEST_F(Swapped, what_was_overdue_is_unanswered_by_who_sat_there_and_the_team_keeps_the_answer) {
    begin().at(10).ask("OVJ", {"VT"});
    swap_at(31).at(36).share("VT", "i1", {"OVJ"});
    finish();
    EXPECT_DOUBLE_EQ(answered(), 95);  // 26 minutes less 5, of a term of 20
    EXPECT_DOUBLE_EQ(of_role(score_, IndicatorId::c1, "VT").value.value(), 95);
    EXPECT_DOUBLE_EQ(of(IndicatorId::c1, before_).value.value(), 0);
    EXPECT_EQ(of(IndicatorId::c1, before_).evidence[0].finding, Finding::no_answer);
    EXPECT_EQ(of(IndicatorId::c1, after_).opportunities, 0);
}

TEST_F(Swapped, a_request_answered_before_is_of_who_answered) {
    begin().at(10).ask("OVJ", {"VT"});
    stage_->at(20).share("VT", "i1", {"OVJ"});
    swap_at(25);
    finish();
    EXPECT_DOUBLE_EQ(of(IndicatorId::c1, before_).value.value(), 100);
    EXPECT_EQ(of(IndicatorId::c1, after_).opportunities, 0);
}

TEST_F(Swapped, a_share_is_of_who_sat_there_when_it_was_made) {
    begin().at(10).share("VT", "i1", {"OVJ"});
    swap_at(25);
    finish();
    EXPECT_EQ(of(IndicatorId::s4, before_).opportunities, 1);
    EXPECT_EQ(of(IndicatorId::s4, after_).opportunities, 0);
    EXPECT_DOUBLE_EQ(of(IndicatorId::s2, before_).value.value(), 100);
    EXPECT_EQ(of(IndicatorId::s2, after_).opportunities, 0);
}

TEST_F(Swapped, an_undelivered_pair_is_of_who_sat_there_when_it_was_due) {
    scenario_.items[0].needs[0].known_to_holder = true;
    begin();
    swap_at(50);
    finish();
    EXPECT_EQ(of(IndicatorId::s2, before_).opportunities, 0);
    EXPECT_DOUBLE_EQ(of(IndicatorId::s2, after_).value.value(), 0);

    begin();
    swap_at(150);
    finish();
    EXPECT_DOUBLE_EQ(of(IndicatorId::s2, before_).value.value(), 0);
    EXPECT_EQ(of(IndicatorId::s2, after_).opportunities, 0);
}

TEST_F(Swapped, a_need_due_within_five_minutes_after_it_is_due_five_minutes_later) {
    begin();
    swap_at(97).at(104).share("VT", "i1", {"OVJ"});
    finish();
    EXPECT_EQ(team(score_, IndicatorId::s2).evidence[0].due_sim_ms, 105 * minute_ms);
    EXPECT_DOUBLE_EQ(number(score_, IndicatorId::s3), 100);

    begin();
    swap_at(94);
    finish();
    EXPECT_EQ(team(score_, IndicatorId::s2).evidence[0].due_sim_ms, 100 * minute_ms);
}

TEST_F(Swapped, asking_is_of_who_asked_and_not_asking_of_who_sat_there_when_it_was_due) {
    begin();
    const auto asker = stage_->sitter("OVJ"), next = stage_->sitter("POL");
    stage_->at(10).ask("OVJ", {"VT"});
    stage_->at(20).swap("OVJ", "POL");
    finish();
    EXPECT_DOUBLE_EQ(of(IndicatorId::c2, asker).value.value(), 100);
    EXPECT_EQ(of(IndicatorId::c2, next).opportunities, 0);

    begin().at(20).swap("OVJ", "POL");
    finish();
    EXPECT_EQ(of(IndicatorId::c2, asker).opportunities, 0);
    EXPECT_DOUBLE_EQ(of(IndicatorId::c2, next).value.value(), 0);
}

TEST_F(Swapped, the_note_is_measured_by_what_it_names_of_what_is_still_open) {
    scenario_.items[0].needs[0].weight = 3;
    begin();
    stage_->at(10).ask("OVJ", {"VT"});
    stage_->act_as_trainer(core::StartSwap{{{{"VT"}, {"DJI"}}}});
    stage_->act("VT", core::WriteHandoverNote{"let op", {{"i1"}}, {}});
    stage_->act_as_trainer(core::AdvanceSwap{});
    stage_->act_as_trainer(core::AdvanceSwap{});
    finish();
    ASSERT_EQ(score_.handovers.size(), 2u);
    const auto note = std::ranges::find(score_.handovers, core::RoleId{"VT"}, &Handover::role);
    EXPECT_EQ(note->open, 2);  // the item and the request
    EXPECT_EQ(note->mentioned, 1);
    EXPECT_GT(note->seq, 0u);
}

// OVJ and VT each hold what the other needs, and so do POL and DJI, and DJI and OVJ.
core::Scenario three_ways() {
    const auto crossing = [](const char* id, const char* holder, const char* needer) {
        core::Item made = item(id, {holder}, 2);
        made.needs = {need(needer, 100)};
        made.grants = {grant({})};
        return made;
    };
    return case_with({crossing("a", "VT", "OVJ"), crossing("b", "OVJ", "VT"),
                      crossing("c", "DJI", "POL"), crossing("d", "POL", "DJI")});
}

TEST(Autopilot, is_left_out_of_requests_answered_and_of_asking) {
    const auto scenario = three_ways();
    Stage stage(scenario, {"VT"});
    stage.act_as_trainer(core::SeatAutopilot{{"VT"}});
    stage.at(10).ask("OVJ", {"VT"});
    stage.ask("POL", {"DJI"});
    stage.at(60);
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(team(found, IndicatorId::c1).opportunities, 1);
    EXPECT_EQ(of_role(found, IndicatorId::c1, "VT").opportunities, 0);
    // Asked: POL's request. Missed: OVJ's pair was asked for; VT's own does not count; DJI's does.
    EXPECT_EQ(of_role(found, IndicatorId::c2, "VT").opportunities, 0);
    EXPECT_EQ(of_role(found, IndicatorId::c2, "OVJ").opportunities, 0);
    EXPECT_EQ(team(found, IndicatorId::c2).opportunities, 2);
}

TEST(Autopilot, is_left_out_of_reciprocity_and_is_not_away) {
    const auto scenario = three_ways();
    Stage stage(scenario, {"VT"});
    stage.act_as_trainer(core::SeatAutopilot{{"VT"}});
    stage.at(300);
    const Score found = all_numbers(scenario, stage.play_out());
    EXPECT_EQ(team(found, IndicatorId::c4).opportunities, 3);
    EXPECT_TRUE(found.removed.empty());
}

TEST(Bridge, credits_the_source_whole_and_who_passed_it_on_half) {
    core::Item passed = needed_by_ovj("i1");
    passed.needs[0].weight = 3;
    passed.onward = core::Onward::rules;
    passed.grants = {grant({"PRC"}), grant({"OVJ"})};
    passed.grants[0].from = {{"VT"}};
    passed.grants[1].from = {{"PRC"}};
    const auto scenario = case_with({passed});
    Stage stage(scenario);
    stage.at(10).share("VT", "i1", {"PRC"});
    stage.at(20).share("PRC", "i1", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    ASSERT_EQ(found.bridges.size(), 2u);
    EXPECT_EQ(found.bridges[0].role.value, "VT");
    EXPECT_DOUBLE_EQ(found.bridges[0].source, 3);
    EXPECT_EQ(found.bridges[1].role.value, "PRC");
    EXPECT_DOUBLE_EQ(found.bridges[1].relayed, 1.5);
}

TEST(Asking, sets_the_first_third_against_the_last) {
    auto second = needed_by_ovj("i2"), third = needed_by_ovj("i3");
    second.holders = {{"DJI"}};
    third.holders = {{"GGZ"}};
    const auto scenario = case_with({needed_by_ovj("i1"), second, third});
    Stage stage(scenario);
    for (const char* role : {"VT", "DJI", "GGZ", "PRC", "POL"}) stage.ask("OVJ", {role}, "q");
    stage.ask("OVJ", {"POL"});
    stage.at(30);  // what POL did not answer is overdue
    for (const char* role : {"VT", "DJI"}) stage.ask("OVJ", {role});
    stage.at(60).ask("OVJ", {"GGZ"});
    const Score found = all_numbers(scenario, stage.play_out());
    const Indicator& asking = team(found, IndicatorId::c2);
    ASSERT_TRUE(asking.thirds);
    EXPECT_DOUBLE_EQ(asking.thirds->first, 0);
    EXPECT_DOUBLE_EQ(asking.thirds->last, 100);
}

TEST(Weights, are_of_the_scenario) {
    auto scenario = three_ways();
    scenario.weights.c3 = 0;
    Stage stage(scenario);
    stage.at(10).ask("OVJ", {"VT"});
    stage.share("VT", "a", {"OVJ"});
    const Score found = all_numbers(scenario, stage.play_out());
    const auto value = [&](IndicatorId id) { return number(found, id); };
    EXPECT_DOUBLE_EQ(
        found.headings.cooperation.value.value(),
        (2 * value(IndicatorId::c1) + 2 * value(IndicatorId::c2) + value(IndicatorId::c4)) / 5);
}

TEST(NeedsMet, leaves_out_what_something_in_play_made_impossible_before_it_was_due) {
    auto scenario = case_with({needed_by_ovj("i1")});
    scenario.facts.measures = {{{"p"}, "toezicht"}};
    scenario.items[0].grants[0].when = {{core::ConditionKind::measure, {"p"}, "toezicht", 0}};
    core::Inject ends;
    ends.id = {"END"};
    ends.at_sim_ms = 50 * minute_ms;
    ends.facts.measures_end = {{{"p"}, "toezicht"}};
    scenario.injects = {ends};
    Stage stage(scenario);
    EXPECT_EQ(team(all_numbers(scenario, stage.play_out()), IndicatorId::s2).opportunities, 0);
    scenario.injects[0].at_sim_ms = 100 * minute_ms;
    Stage later(scenario);
    EXPECT_EQ(team(all_numbers(scenario, later.play_out()), IndicatorId::s2).opportunities, 1);
}

}  // namespace
}  // namespace casustafel::score
