// The trainer's corrections: what is left out counts as if it never happened, and the number that
// was stays beside it.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

class Corrected : public testing::Test {
protected:
    Stage& begin() {
        stage_.emplace(scenario_);
        return *stage_;
    }
    void correct(core::CorrectionTarget target, bool leave_out = true) {
        stage_->act_as_trainer(core::CorrectScore{target, leave_out, "Zo ging het niet."});
    }
    void correct(core::CorrectionKind kind, core::EntityId made, bool leave_out = true) {
        correct(core::CorrectionTarget{kind, made, {}}, leave_out);
    }
    const Score& finish() { return score_ = all_numbers(scenario_, stage_->play_out()); }
    double with(IndicatorId id) const { return number(score_, id); }
    double original(IndicatorId id) const {
        return team(score_, id).original.value().value.value_or(-1);
    }

    core::Scenario scenario_ = case_with({needed_by_ovj("i1"), needed_by_ovj("i2", 3)});
    std::optional<Stage> stage_;
    Score score_;
};

TEST_F(Corrected, a_share_that_is_left_out_never_happened_and_the_first_number_stays) {
    begin().at(10).share("VT", "i1", {"OVJ"});
    const auto second = stage_->share("VT", "i2", {"OVJ"});
    correct(core::CorrectionKind::share, second);
    finish();
    EXPECT_DOUBLE_EQ(with(IndicatorId::s2), 50);
    EXPECT_DOUBLE_EQ(original(IndicatorId::s2), 100);
    ASSERT_EQ(score_.corrections.size(), 1u);
    EXPECT_EQ(score_.corrections[0].reason, "Zo ging het niet.");
    EXPECT_EQ(score_.corrections[0].by.value, "VT");
    EXPECT_EQ(score_.corrections[0].item.value, "i2");
    EXPECT_EQ(score_.corrections[0].seqs.size(), 1u);
}

TEST_F(Corrected, headings_roles_and_people_have_their_first_number_too) {
    begin().at(10).share("VT", "i1", {"OVJ"});
    correct(core::CorrectionKind::share, stage_->share("VT", "i2", {"OVJ"}));
    finish();
    EXPECT_LT(*score_.headings.sharing.value, score_.headings.sharing.original->value.value());
    EXPECT_LT(*score_.headings.arrived, score_.headings.original_arrived->value.value());
    EXPECT_DOUBLE_EQ(of_role(score_, IndicatorId::s2, "VT").original->value.value(), 100);
    EXPECT_EQ(of_role(score_, IndicatorId::s4, "VT").original->opportunities, 2);
    EXPECT_EQ(of_role(score_, IndicatorId::s4, "VT").opportunities, 1);
    for (const Indicator& indicator : score_.people) EXPECT_TRUE(indicator.original);
}

TEST_F(Corrected, what_counts_again_leaves_no_trace_in_the_numbers) {
    begin().at(10).share("VT", "i1", {"OVJ"});
    const auto second = stage_->share("VT", "i2", {"OVJ"});
    correct(core::CorrectionKind::share, second);
    correct(core::CorrectionKind::share, second, false);
    finish();
    EXPECT_DOUBLE_EQ(with(IndicatorId::s2), 100);
    EXPECT_FALSE(team(score_, IndicatorId::s2).original);
    EXPECT_TRUE(score_.corrections.empty());
}

TEST_F(Corrected, a_session_without_corrections_has_one_number) {
    begin().at(10).share("VT", "i1", {"OVJ"});
    finish();
    EXPECT_FALSE(team(score_, IndicatorId::s2).original);
    EXPECT_FALSE(score_.headings.sharing.original);
}

TEST_F(Corrected, a_share_that_is_left_out_answers_no_request) {
    const auto request = begin().at(10).ask("OVJ", {"VT"});
    const auto share = stage_->at(15).share("VT", "i1", {"OVJ"}, {.request = request});
    stage_->at(60);
    correct(core::CorrectionKind::share, share);
    finish();
    EXPECT_DOUBLE_EQ(with(IndicatorId::c1), 0);
    EXPECT_DOUBLE_EQ(original(IndicatorId::c1), 100);
}

TEST_F(Corrected, a_request_that_is_left_out_was_never_put_nor_answered) {
    const auto request = begin().at(10).ask("OVJ", {"VT"});
    stage_->at(15).refuse("VT", request, core::RefusalReason::unmotivated);
    correct(core::CorrectionKind::request, request);
    finish();
    EXPECT_EQ(team(score_, IndicatorId::c1).opportunities, 0);
    EXPECT_DOUBLE_EQ(original(IndicatorId::c1), 0);
}

TEST_F(Corrected, a_decision_that_is_left_out_is_not_missed_either) {
    scenario_.decisions = {decision("Z1", 200, {"i1"}), decision("Z2", 200, {"i1"})};
    begin().at(10).share("VT", "i1", {"OVJ"});
    stage_->decide("OVJ", "Z1", {"i1"});
    stage_->decide("OVJ", "Z2", {});
    correct({core::CorrectionKind::decision, core::EntityId::none, {"Z2"}});
    finish();
    EXPECT_DOUBLE_EQ(with(IndicatorId::c5), 100);
    EXPECT_DOUBLE_EQ(original(IndicatorId::c5), 75);
    EXPECT_TRUE(score_.decisions[1].left_out);
    EXPECT_EQ(score_.corrections[0].by.value, "OVJ");
}

TEST_F(Corrected, an_action_that_is_left_out_is_no_part_of_the_plan) {
    scenario_.plan = {{"V"}, {}, 1};
    core::ActionTerms terms;
    terms.text = "verlof";
    terms.lead = {"DJI"};
    const auto added = begin().at(10).act("PRC", core::AddAction{terms});
    correct(core::CorrectionKind::action, std::get<core::ActionAdded>(added.front()).action);
    finish();
    EXPECT_DOUBLE_EQ(with(IndicatorId::c6), 0);
    EXPECT_GT(original(IndicatorId::c6), 0);
    EXPECT_TRUE(score_.plan.empty());
    EXPECT_EQ(score_.corrections[0].to.at(0).value, "DJI");
}

TEST_F(Corrected, it_can_be_done_after_the_end) {
    const auto share = begin().at(10).share("VT", "i1", {"OVJ"});
    stage_->play_out();
    correct(core::CorrectionKind::share, share);
    score_ = all_numbers(scenario_, stage_->log());
    EXPECT_DOUBLE_EQ(with(IndicatorId::s2), 0);
    EXPECT_DOUBLE_EQ(original(IndicatorId::s2), 50);
}

TEST_F(Corrected, says_that_what_was_left_out_had_raised_a_flag) {
    scenario_.items[1].grants.clear();
    const auto share = begin().at(10).share("VT", "i2", {"OVJ"});
    EXPECT_EQ(all_numbers(scenario_, stage_->log()).flags.size(), 1u);
    correct(core::CorrectionKind::share, share);
    finish();
    EXPECT_TRUE(score_.flags.empty());
    EXPECT_TRUE(score_.corrections[0].raised_flag);
}

TEST_F(Corrected, has_ranges_over_what_is_left) {
    begin().at(10).share("VT", "i1", {"OVJ"});
    correct(core::CorrectionKind::share, stage_->share("VT", "i2", {"OVJ"}));
    const Score found = score(scenario_, stage_->play_out(), {.minimum_opportunities = 0});
    EXPECT_DOUBLE_EQ(team(found, IndicatorId::s2).range->low, 0);
    EXPECT_DOUBLE_EQ(team(found, IndicatorId::s2).range->high, 50);
}

}  // namespace
}  // namespace casustafel::score
