// S6: fact or assumption.
#include "numbers.hpp"

namespace casustafel::score {
namespace {

using core::Mark;

// T1 T2 are true, A1 A2 are assumptions dressed as facts; R1 and R2 refute them. VT holds the first
// four, DJI the refutations.
core::Scenario facts_and_assumptions() {
    std::vector<core::Item> items;
    for (const char* id : {"T1", "T2", "A1", "A2"}) items.push_back(item(id, {"VT"}, 1));
    for (const char* id : {"R1", "R2"}) items.push_back(item(id, {"DJI"}, 1));
    items[2].truth = items[3].truth = core::Truth::assumption;
    items[2].refuted_by = {{"R1"}};
    items[3].refuted_by = {{"R2"}};
    for (core::Item& one : items) one.grants = {grant({})};
    return case_with(items);
}

class FactOrAssumption : public testing::Test {
protected:
    double value() { return number(scenario_, stage_.log(), IndicatorId::s6); }
    void mark_facts_right() {
        stage_.mark("VT", "T1", Mark::fact);
        stage_.mark("VT", "T2", Mark::fact);
    }

    core::Scenario scenario_ = facts_and_assumptions();
    Stage stage_{scenario_};
};

TEST_F(FactOrAssumption, is_the_mean_of_the_recall_of_each_class) {
    stage_.mark("VT", "T1", Mark::fact);
    stage_.mark("VT", "T2", Mark::assumption);
    stage_.mark("VT", "A1", Mark::assumption);
    stage_.mark("VT", "A2", Mark::assumption);
    EXPECT_DOUBLE_EQ(value(), 75);
}

TEST_F(FactOrAssumption, says_nothing_unless_two_classes_have_two_right_answers) {
    mark_facts_right();
    stage_.mark("VT", "A1", Mark::assumption);
    EXPECT_EQ(value(), -1);
    stage_.mark("VT", "A2", Mark::fact);
    EXPECT_DOUBLE_EQ(value(), 75);
}

TEST_F(FactOrAssumption, counts_only_the_last_mark) {
    mark_facts_right();
    stage_.mark("VT", "A1", Mark::fact);
    stage_.at(5).mark("VT", "A1", Mark::assumption);
    stage_.mark("VT", "A2", Mark::assumption);
    EXPECT_DOUBLE_EQ(value(), 100);
}

TEST_F(FactOrAssumption, judges_a_mark_at_its_own_time) {
    mark_facts_right();
    stage_.mark("VT", "A1", Mark::assumption);
    stage_.mark("VT", "A2", Mark::assumption);
    stage_.at(10).share("DJI", "R1", {"VT"});
    EXPECT_DOUBLE_EQ(value(), 100);
}

TEST_F(FactOrAssumption, expects_refuted_once_the_role_holds_what_refutes) {
    mark_facts_right();
    stage_.at(10).share("DJI", "R1", {"VT"});
    stage_.share("DJI", "R2", {"VT"});
    stage_.mark("VT", "A1", Mark::refuted);
    stage_.mark("VT", "A2", Mark::assumption);
    EXPECT_DOUBLE_EQ(value(), 75);
}

TEST_F(FactOrAssumption, accepts_a_wrong_first_mark_put_right_within_fifteen_minutes) {
    mark_facts_right();
    stage_.mark("VT", "A1", Mark::fact);
    stage_.mark("VT", "A2", Mark::fact);
    stage_.at(10).share("DJI", "R1", {"VT"});
    stage_.share("DJI", "R2", {"VT"});
    stage_.at(25).mark("VT", "A1", Mark::refuted);
    stage_.at(26).mark("VT", "A2", Mark::refuted);
    EXPECT_DOUBLE_EQ(value(), 75);
    const Score found = all_numbers(scenario_, stage_.log());
    EXPECT_EQ(team(found, IndicatorId::s6).evidence.back().finding, Finding::mark_too_late);
}

TEST_F(FactOrAssumption, accepts_a_late_refutation_of_what_was_first_marked_rightly) {
    mark_facts_right();
    stage_.mark("VT", "A1", Mark::assumption);
    stage_.mark("VT", "A2", Mark::assumption);
    stage_.at(10).share("DJI", "R1", {"VT"});
    stage_.share("DJI", "R2", {"VT"});
    stage_.at(60).mark("VT", "A1", Mark::refuted);
    stage_.at(60).mark("VT", "A2", Mark::refuted);
    EXPECT_DOUBLE_EQ(value(), 100);
}

TEST_F(FactOrAssumption, takes_what_came_by_a_red_share_as_held) {
    core::Scenario scenario = facts_and_assumptions();
    scenario.items[4].grants.clear();
    Stage stage(scenario);
    stage.mark("VT", "T1", Mark::fact);
    stage.mark("VT", "T2", Mark::fact);
    stage.mark("VT", "A2", Mark::assumption);
    stage.at(10).share("DJI", "R1", {"VT"});
    stage.mark("VT", "A1", Mark::refuted);
    const Score found = all_numbers(scenario, stage.play_out());
    for (const Evidence& mark : team(found, IndicatorId::s6).evidence) {
        EXPECT_EQ(mark.finding, Finding::mark_right) << mark.item.value;
    }
}

TEST_F(FactOrAssumption, is_no_number_per_person) {
    mark_facts_right();
    for (const Indicator& indicator : all_numbers(scenario_, stage_.log()).roles) {
        EXPECT_NE(indicator.id, IndicatorId::s6);
    }
}

}  // namespace
}  // namespace casustafel::score
