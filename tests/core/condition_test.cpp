// What grants and red lines may ask, read from play and from the facts of the case
// (server/core/README.md §conditions).
#include "verdict_fixture.hpp"

namespace casustafel::support {
namespace {

struct ConditionTest : VerdictTest {
    bool holding_now(const Condition& asked, const RoleId& recipient = ovj) {
        if (small.state.scenario == nullptr) small.begin();
        return holds(small.state, asked, item, vt, recipient);
    }
    void change(FactChange facts) {
        apply(small.state, Record{.events = {FactsChanged{std::move(facts)}}});
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

TEST_F(ConditionTest, reads_the_covenant_from_the_facts_as_they_are_now) {
    const Condition covenant = condition(ConditionKind::covenant);
    EXPECT_TRUE(holding_now(covenant));
    change({.covenant = false});
    EXPECT_FALSE(holding_now(covenant));
    change({.covenant = true});
    EXPECT_TRUE(holding_now(covenant));
}

TEST_F(ConditionTest, starts_with_the_covenant_of_the_case) {
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

TEST_F(ConditionTest, reads_measures_from_the_facts_as_they_are_now) {
    small.scenario.facts.measures = {{jesse, "JR"}};
    EXPECT_TRUE(holding_now(condition(ConditionKind::measure, jesse, "JR")));
    EXPECT_TRUE(holding_now(condition(ConditionKind::measure, jesse))) << "some measure";
    EXPECT_FALSE(holding_now(condition(ConditionKind::measure, jesse, "OTS")));
    EXPECT_FALSE(holding_now(condition(ConditionKind::measure, mirjam, "JR")));
    change({.measures_start = {{jesse, "OTS"}}, .measures_end = {{jesse, "JR"}}});
    EXPECT_FALSE(holding_now(condition(ConditionKind::measure, jesse, "JR")));
    EXPECT_TRUE(holding_now(condition(ConditionKind::measure, jesse, "OTS")));
}

TEST_F(ConditionTest, asks_anyone_the_item_is_about_when_no_person_is_named) {
    EXPECT_FALSE(holding_now(condition(ConditionKind::minor)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::acute)));
    EXPECT_FALSE(holding_now(condition(ConditionKind::person_is_informed)));
    item.about = {mirjam, jesse};
    EXPECT_TRUE(holding_now(condition(ConditionKind::minor)));
    change({.becomes_acute = {jesse}});
    EXPECT_TRUE(holding_now(condition(ConditionKind::acute)));
    small.perform(vt, InformPerson{jesse, "Dit vertel ik."});
    EXPECT_TRUE(holding_now(condition(ConditionKind::person_is_informed)));
}

TEST_F(ConditionTest, knows_who_is_in_acute_danger) {
    const Condition mirjams = condition(ConditionKind::acute, mirjam);
    EXPECT_FALSE(holding_now(mirjams));
    change({.becomes_acute = {mirjam}});
    EXPECT_TRUE(holding_now(mirjams));
    EXPECT_FALSE(holding_now(condition(ConditionKind::acute, jesse)));
    change({.no_longer_acute = {mirjam}});
    EXPECT_FALSE(holding_now(mirjams));
}

TEST_F(ConditionTest, reads_consent_for_the_scope_asked_for) {
    const Condition care = condition(ConditionKind::consent, mirjam, "care");
    EXPECT_FALSE(holding_now(care)) << "nobody asked";
    change({.consents = {{mirjam, "housing", true}}});
    EXPECT_FALSE(holding_now(care)) << "another scope";
    change({.consents = {{mirjam, "care", false}}});
    EXPECT_FALSE(holding_now(care));
    change({.consents = {{mirjam, "care", true}}});
    EXPECT_TRUE(holding_now(care));
    EXPECT_FALSE(holding_now(condition(ConditionKind::consent, jesse, "care")));
    change({.consents = {{mirjam, "care", false}}});
    EXPECT_FALSE(holding_now(care)) << "consent can be withdrawn";
}

TEST_F(ConditionTest, lets_consent_to_everything_stand_unless_this_scope_was_refused) {
    const Condition care = condition(ConditionKind::consent, mirjam, "care");
    EXPECT_FALSE(holding_now(care));
    change({.consents = {{mirjam, "", true}}});
    EXPECT_TRUE(holding_now(care));
    EXPECT_TRUE(holding_now(condition(ConditionKind::consent, mirjam)));
    change({.consents = {{mirjam, "care", false}}});
    EXPECT_FALSE(holding_now(care));
}

TEST_F(ConditionTest, asks_the_agreement_to_this_giver_item_and_recipient) {
    small.find_role(pol).gives_authority = true;
    const Condition agrees = condition(ConditionKind::authority_agrees);
    EXPECT_FALSE(holding_now(agrees));
    const EntityId question =
        only<AuthorityAsked>(small.perform(vt, AskAuthority{a03, ovj, "Voor de afdoening"}))
            .question;
    EXPECT_FALSE(holding_now(agrees)) << "asked, not answered";
    small.perform(pol, AnswerAuthority{question, true, ""});
    EXPECT_TRUE(holding_now(agrees));
    EXPECT_FALSE(holding_now(agrees, prc)) << "to another recipient";
    EXPECT_FALSE(holds(small.state, agrees, item, prc, ovj)) << "by another giver";
    EXPECT_TRUE(holds(small.state, agrees, item, pol, prc)) << "the authority itself";
}

TEST_F(ConditionTest, does_not_take_a_refused_agreement_for_one) {
    small.find_role(pol).gives_authority = true;
    small.begin();
    const EntityId question =
        only<AuthorityAsked>(small.perform(vt, AskAuthority{a03, ovj, "Voor de afdoening"}))
            .question;
    small.perform(pol, AnswerAuthority{question, false, "Te vroeg"});
    EXPECT_FALSE(holding_now(condition(ConditionKind::authority_agrees)));
}

TEST_F(ConditionTest, asks_whether_this_giver_told_the_person) {
    const Condition informed = condition(ConditionKind::person_is_informed, mirjam);
    EXPECT_FALSE(holding_now(informed));
    small.perform(prc, InformPerson{mirjam, "Wij overleggen over u."});
    EXPECT_FALSE(holding_now(informed)) << "another role told";
    small.perform(vt, InformPerson{jesse, "Wij overleggen over je."});
    EXPECT_FALSE(holding_now(informed)) << "another person was told";
    small.perform(vt, InformPerson{mirjam, "Ik geef door dat u bang bent."});
    EXPECT_TRUE(holding_now(informed));
}

TEST_F(ConditionTest, asks_the_advice_to_this_giver_on_this_item_and_recipient) {
    const Condition advised = condition(ConditionKind::privacy_advice);
    EXPECT_FALSE(holding_now(advised));
    small.perform(vt, AskPrivacyOfficer{a03, prc, Purpose::care});
    EXPECT_FALSE(holding_now(advised)) << "for another recipient";
    small.perform(vt, AskPrivacyOfficer{a03, ovj, Purpose::care});
    EXPECT_TRUE(holding_now(advised));
    EXPECT_FALSE(holds(small.state, advised, item, prc, ovj)) << "to another giver";
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
