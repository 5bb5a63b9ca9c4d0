// What grants and red lines may ask, read from play and from the facts of the case (domain.md
// §3.5).
#include "verdict_fixture.hpp"

namespace casustafel::support {
namespace {

struct ConditionTest : VerdictTest {
    bool holding_now(const Condition& asked, const RoleId& recipient = ovj) {
        if (small.state.scenario == nullptr) small.begin();
        return holds(small.state, asked, item, vt, recipient);
    }
};

TEST_F(ConditionTest, knows_whether_triage_is_accepted) {
    const Condition accepted = condition(ConditionKind::triage_accepted);
    EXPECT_FALSE(holding_now(accepted));
    small.state.legal.triage = TriageStatus::put_up;
    EXPECT_FALSE(holding_now(accepted));
    small.state.legal.triage = TriageStatus::accepted;
    EXPECT_TRUE(holding_now(accepted));
}

TEST_F(ConditionTest, knows_whether_the_recipient_is_in_the_circle) {
    const Condition by_meeting = condition(ConditionKind::present_in_circle, {}, meeting_v.value);
    const Condition by_table = condition(ConditionKind::present_in_circle, {}, table_v.value);
    const Condition elsewhere = condition(ConditionKind::present_in_circle, {}, table_z.value);
    EXPECT_FALSE(holding_now(by_meeting, prc));
    small.perform(prc, EnterMeeting{meeting_v});
    EXPECT_TRUE(holding_now(by_meeting, prc));
    EXPECT_TRUE(holding_now(by_table, prc));
    EXPECT_FALSE(holding_now(elsewhere, prc));
    EXPECT_FALSE(holding_now(by_meeting, jon)) << "a member who is not there";
    small.perform(prc, LeaveMeeting{meeting_v});
    EXPECT_FALSE(holding_now(by_meeting, prc));
}

TEST_F(ConditionTest, asks_the_weighing_of_this_giver_for_this_item) {
    small.add_item({"A04"}, vt, 2);
    small.begin();
    const Condition weighed = condition(ConditionKind::weighing_recorded);
    small.perform(vt, RecordWeighing{{"A04"}, "a", "b", "c", "d"});
    EXPECT_FALSE(holding_now(weighed));
    small.perform(vt, RecordWeighing{a03, "a", "b", "c", "d"});
    EXPECT_TRUE(holding_now(weighed));
    EXPECT_FALSE(holds(small.state, weighed, item, prc, ovj));
}

TEST_F(ConditionTest, reads_the_covenant_from_the_facts_of_the_case) {
    EXPECT_TRUE(holding_now(condition(ConditionKind::covenant)));
    small.scenario.facts.covenant = false;
    EXPECT_FALSE(holding_now(condition(ConditionKind::covenant)));
}

TEST_F(ConditionTest, reads_ages_from_the_people_of_the_case) {
    EXPECT_TRUE(holding_now(condition(ConditionKind::minor, jesse)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::minor, mirjam)));
    EXPECT_TRUE(holding_now(condition(ConditionKind::age, jesse, {}, 17)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::age, jesse, {}, 18)));
    small.scenario.people[0].age_years = 18;
    EXPECT_FALSE(holding_now(condition(ConditionKind::minor, mirjam)));
    small.scenario.people[0].age_years.reset();
    EXPECT_FALSE(holding_now(condition(ConditionKind::minor, mirjam))) << "nobody knows the age";
    EXPECT_FALSE(holding_now(condition(ConditionKind::age, mirjam, {}, 0)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::minor, {"nobody"})));
}

TEST_F(ConditionTest, reads_measures_from_the_facts_of_the_case) {
    small.scenario.facts.measures = {{jesse, "JR"}};
    EXPECT_TRUE(holding_now(condition(ConditionKind::measure, jesse, "JR")));
    EXPECT_FALSE(holding_now(condition(ConditionKind::measure, jesse, "OTS")));
    EXPECT_FALSE(holding_now(condition(ConditionKind::measure, mirjam, "JR")));
}

TEST_F(ConditionTest, asks_anyone_the_item_is_about_when_no_person_is_named) {
    EXPECT_FALSE(holding_now(condition(ConditionKind::minor)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::acute)));
    item.about = {mirjam, jesse};
    EXPECT_TRUE(holding_now(condition(ConditionKind::minor)));
    small.state.legal.acute = {jesse};
    EXPECT_TRUE(holding_now(condition(ConditionKind::acute)));
}

TEST_F(ConditionTest, knows_who_is_in_acute_danger) {
    EXPECT_FALSE(holding_now(condition(ConditionKind::acute, mirjam)));
    small.state.legal.acute = {mirjam};
    EXPECT_TRUE(holding_now(condition(ConditionKind::acute, mirjam)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::acute, jesse)));
}

TEST_F(ConditionTest, never_grants_what_has_no_act_yet) {
    for (const auto kind : {ConditionKind::consent, ConditionKind::authority_agrees,
                            ConditionKind::person_is_informed, ConditionKind::privacy_advice}) {
        EXPECT_FALSE(holding_now(condition(kind, mirjam))) << name(kind);
    }
}

TEST_F(ConditionTest, asks_all_conditions_of_a_grant) {
    item.grants[0].when = {condition(ConditionKind::covenant),
                           condition(ConditionKind::triage_accepted)};
    EXPECT_EQ(judged().labels, Labels{Label::no_way});
    small.state.legal.triage = TriageStatus::accepted;
    EXPECT_EQ(judged().labels, Labels{});
}

}  // namespace
}  // namespace casustafel::support
