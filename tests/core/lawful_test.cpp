// Chains of at most two hops through the scenario (server/core/README.md §chain) and the needs of
// passing on.
#include "server/core/law/lawful.hpp"

#include "small_case.hpp"

namespace casustafel::support {
namespace {

struct ChainTest : ::testing::Test {
    SmallCase small;
    Item& item = small.add_item(a03, vt, 2);

    bool chain(const RoleId& role = ovj, Form form = Form::conclusion) const {
        return has_lawful_chain(small.scenario, item, role, form);
    }
    bool attainable(const Condition& asked) {
        item.grants = {grant({vt}, {ovj}, Form::summary)};
        item.grants[0].when = {asked};
        return chain();
    }
};

TEST_F(ChainTest, exists_by_one_grant_that_allows_the_form) {
    item.grants = {grant({vt}, {ovj}, Form::summary)};
    EXPECT_TRUE(chain(ovj, Form::summary));
    EXPECT_FALSE(chain(ovj, Form::facts));
    EXPECT_FALSE(chain(pol, Form::pointer));
}

TEST_F(ChainTest, exists_trivially_for_an_original_holder) { EXPECT_TRUE(chain(vt, Form::source)); }

TEST_F(ChainTest, exists_by_two_hops_when_the_item_may_travel) {
    item.grants = {grant({vt}, {prc}, Form::summary), grant({prc}, {ovj}, Form::summary)};
    EXPECT_FALSE(chain());
    item.onward = Onward::same_circle;
    EXPECT_FALSE(chain()) << "PRC and OVJ sit at different tables";
    item.onward = Onward::rules;
    EXPECT_TRUE(chain());
}

TEST_F(ChainTest, asks_the_form_of_each_hop) {
    item.onward = Onward::rules;
    item.grants = {grant({vt}, {prc}, Form::pointer), grant({prc}, {ovj}, Form::summary)};
    EXPECT_FALSE(chain());
    item.grants[0].max_form = Form::summary;
    item.grants[1].max_form = Form::pointer;
    EXPECT_FALSE(chain());
}

TEST_F(ChainTest, lets_the_same_circle_relay_within_its_table) {
    item.onward = Onward::same_circle;
    item.grants = {grant({vt}, {prc}, Form::summary), grant({prc}, {jon}, Form::summary)};
    EXPECT_TRUE(chain(jon));
}

TEST_F(ChainTest, does_not_reach_over_three_hops) {
    item.onward = Onward::rules;
    item.grants = {grant({vt}, {prc}, Form::summary), grant({prc}, {pol}, Form::summary),
                   grant({pol}, {ovj}, Form::summary)};
    EXPECT_TRUE(chain(pol));
    EXPECT_FALSE(chain(ovj));
}

TEST_F(ChainTest, is_blocked_by_an_unconditional_red_line_on_any_hop) {
    item.onward = Onward::rules;
    item.grants = {grant({vt}, {prc}, Form::summary), grant({prc}, {ovj}, Form::summary)};
    item.never = {{.to = {prc}}};
    EXPECT_FALSE(chain());
    item.never = {{.to = {ovj}}};
    EXPECT_FALSE(chain());
}

TEST_F(ChainTest, is_not_blocked_by_a_conditional_red_line) {
    item.grants = {grant({vt}, {ovj}, Form::summary)};
    item.never = {{.to = {ovj}, .when = {condition(ConditionKind::covenant)}}};
    EXPECT_TRUE(chain());
}

TEST_F(ChainTest, always_exists_for_an_open_item_without_a_red_line) {
    item.sensitivity = 0;
    EXPECT_TRUE(chain(jon, Form::source));
    item.never = {{.to = {jon}}};
    EXPECT_FALSE(chain(jon, Form::pointer));
}

TEST_F(ChainTest, counts_what_people_can_bring_about_as_attainable) {
    EXPECT_TRUE(attainable(condition(ConditionKind::triage_accepted)));
    EXPECT_TRUE(attainable(condition(ConditionKind::weighing_recorded)));
    EXPECT_TRUE(attainable(condition(ConditionKind::present_in_circle, {}, table_z.value)));
    EXPECT_TRUE(attainable(condition(ConditionKind::person_is_informed, mirjam)));
    EXPECT_TRUE(attainable(condition(ConditionKind::privacy_advice)));
}

TEST_F(ChainTest, counts_on_agreement_when_somebody_can_give_it) {
    EXPECT_FALSE(attainable(condition(ConditionKind::authority_agrees)));
    small.find_role(pol).gives_authority = true;
    EXPECT_TRUE(attainable(condition(ConditionKind::authority_agrees)));
}

TEST_F(ChainTest, counts_on_consent_when_the_person_gives_it_or_something_brings_it) {
    const Condition care = condition(ConditionKind::consent, mirjam, "care");
    EXPECT_FALSE(attainable(care)) << "unscripted consent is refused";
    small.scenario.consents = {{mirjam, "care", false}};
    EXPECT_FALSE(attainable(care));
    small.scenario.injects = {{.id = {"INJ-01"}, .facts = {.consents = {{mirjam, "care", true}}}}};
    EXPECT_TRUE(attainable(care));
    small.scenario.injects.clear();
    small.scenario.consents = {{mirjam, "", true}};
    EXPECT_TRUE(attainable(care)) << "consents to everything";
    small.scenario.consents.push_back({mirjam, "care", false});
    EXPECT_FALSE(attainable(care)) << "but not to this";
}

TEST_F(ChainTest, counts_measures_and_the_covenant_as_attainable_when_something_changes_them) {
    const Condition measure = condition(ConditionKind::measure, mirjam, "OTS");
    const Condition covenant = condition(ConditionKind::covenant);
    small.scenario.facts.covenant = false;
    EXPECT_FALSE(attainable(measure));
    EXPECT_FALSE(attainable(covenant));
    const FactChange change{.covenant = true, .measures_start = {{mirjam, "OTS"}}};
    small.scenario.consequences = {{.facts = change}};
    EXPECT_TRUE(attainable(measure));
    EXPECT_TRUE(attainable(covenant));
    small.scenario.consequences.clear();
    DecisionOption option{.id = {"yes"}};
    option.consequences = {{.facts = change}};
    small.scenario.decisions = {{.id = {"Z1"}, .options = {option}}};
    EXPECT_TRUE(attainable(measure));
    small.scenario.decisions = {{.id = {"Z1"}, .when_missed = {{.facts = change}}}};
    EXPECT_TRUE(attainable(measure));
    small.scenario.decisions.clear();
    small.scenario.interventions = {{.id = {"I1"}, .consequences = {{.facts = change}}}};
    EXPECT_TRUE(attainable(measure));
}

TEST_F(ChainTest, counts_a_measure_that_may_end_as_attainable) {
    small.scenario.facts.measures = {{mirjam, "OTS"}};
    EXPECT_TRUE(attainable(condition(ConditionKind::measure, mirjam, "OTS")));
    EXPECT_EQ(settled(small.scenario, condition(ConditionKind::measure, mirjam, "OTS"), item),
              true);
    small.scenario.injects = {{.id = {"INJ-01"}, .facts = {.measures_end = {{mirjam, "OTS"}}}}};
    EXPECT_EQ(settled(small.scenario, condition(ConditionKind::measure, mirjam, "OTS"), item),
              std::nullopt);
    EXPECT_TRUE(attainable(condition(ConditionKind::measure, mirjam, "OTS")));
}

TEST_F(ChainTest, is_blocked_by_a_red_line_in_the_forms_it_forbids_only) {
    item.grants = {grant({vt}, {ovj}, Form::source)};
    item.never = {{.to = {ovj}, .from_form = Form::facts}};
    EXPECT_TRUE(chain(ovj, Form::summary));
    EXPECT_FALSE(chain(ovj, Form::facts));
}

TEST_F(ChainTest, counts_out_what_the_scenario_rules_out) {
    EXPECT_FALSE(attainable(condition(ConditionKind::minor, mirjam)));
    EXPECT_FALSE(attainable(condition(ConditionKind::age, mirjam, {}, 60)));
    EXPECT_FALSE(attainable(condition(ConditionKind::measure, mirjam, "OTS")));
    EXPECT_TRUE(attainable(condition(ConditionKind::covenant)));
    small.scenario.facts.covenant = false;
    EXPECT_FALSE(attainable(condition(ConditionKind::covenant)));
}

TEST_F(ChainTest, counts_out_a_circle_that_has_no_place_for_the_recipient) {
    EXPECT_FALSE(attainable(condition(ConditionKind::present_in_circle, {}, meeting_v.value)));
    EXPECT_TRUE(attainable(condition(ConditionKind::present_in_circle, {}, chain_meeting.value)));
}

TEST_F(ChainTest, counts_out_triage_when_nobody_may_accept_it) {
    small.find_role(prc).accepts_triage = false;
    EXPECT_FALSE(attainable(condition(ConditionKind::triage_accepted)));
}

TEST_F(ChainTest, counts_danger_as_attainable_when_the_case_or_an_inject_brings_it) {
    EXPECT_FALSE(attainable(condition(ConditionKind::acute, mirjam)));
    small.scenario.injects = {{.id = {"INJ-01"}, .facts = {.becomes_acute = {mirjam}}}};
    EXPECT_TRUE(attainable(condition(ConditionKind::acute, mirjam)));
    EXPECT_FALSE(attainable(condition(ConditionKind::acute, jesse)));
    small.scenario.facts.acute = {jesse};
    EXPECT_TRUE(attainable(condition(ConditionKind::acute, jesse)));
}

struct RelayTest : ::testing::Test {
    SmallCase small;
    Item& item = small.add_item(a03, vt, 2);

    void SetUp() override {
        item.onward = Onward::rules;
        item.needs = {need(ovj, Form::summary)};
        item.grants = {grant({vt}, {prc}, Form::facts), grant({prc}, {ovj}, Form::facts)};
        small.begin();
    }
    std::optional<Form> relay(const RoleId& role = prc) {
        return relay_need(small.state, item, role);
    }
    Verdict shared_with_prc(Form form) {
        return judge(small.state, item, {vt, Purpose::charging_decision, wmovt, form}, prc);
    }
};

TEST_F(RelayTest, is_needed_of_a_role_that_alone_can_reach_the_needer) {
    EXPECT_EQ(relay(), Form::summary);
    EXPECT_EQ(relay(jon), std::nullopt);
    EXPECT_EQ(relay(ovj), std::nullopt) << "its own need is no relay";
}

TEST_F(RelayTest, makes_a_share_with_the_relaying_role_needed) {
    const Verdict verdict = shared_with_prc(Form::summary);
    EXPECT_EQ(light(verdict), Light::green);
    EXPECT_TRUE(verdict.relay);
    EXPECT_EQ(verdict.need_form, Form::summary);
    EXPECT_EQ(shared_with_prc(Form::conclusion).labels, std::vector{Label::thin});
}

TEST_F(RelayTest, gives_way_to_an_own_need) {
    item.needs.push_back(need(prc, Form::conclusion));
    const Verdict verdict = shared_with_prc(Form::conclusion);
    EXPECT_EQ(light(verdict), Light::green);
    EXPECT_FALSE(verdict.relay);
    EXPECT_EQ(verdict.need_form, Form::conclusion);
}

TEST_F(RelayTest, ends_when_the_needer_has_what_it_needs) {
    small.give(ovj, a03, Form::conclusion);
    EXPECT_EQ(relay(), Form::summary);
    small.give(ovj, a03, Form::summary);
    EXPECT_EQ(relay(), std::nullopt);
    EXPECT_EQ(shared_with_prc(Form::summary).labels, std::vector{Label::necessity});
}

TEST_F(RelayTest, is_not_needed_when_an_original_holder_can_reach_the_needer_itself) {
    item.grants.push_back(grant({vt}, {ovj}, Form::summary));
    EXPECT_EQ(relay(), std::nullopt);
    item.grants.back().max_form = Form::conclusion;
    EXPECT_EQ(relay(), Form::summary) << "the direct way is too poor";
}

TEST_F(RelayTest, judges_ways_on_the_scenario_with_conditions_attainable) {
    item.grants[1].when = {condition(ConditionKind::triage_accepted)};
    EXPECT_EQ(relay(), Form::summary) << "triage can still be accepted";
    item.grants[1].when = {condition(ConditionKind::minor, mirjam)};
    EXPECT_EQ(relay(), std::nullopt);
    item.grants[1].when.clear();
    item.grants.push_back(grant({vt}, {ovj}, Form::summary));
    item.grants[2].when = {condition(ConditionKind::triage_accepted)};
    EXPECT_EQ(relay(), std::nullopt) << "the direct way is not open yet, but attainable";
}

TEST_F(RelayTest, is_not_needed_when_the_item_may_not_be_passed_on) {
    item.onward = Onward::no;
    EXPECT_EQ(relay(), std::nullopt);
    item.onward = Onward::rules;
    item.never = {{.to = {ovj}}};
    EXPECT_EQ(relay(), std::nullopt);
}

TEST_F(RelayTest, takes_the_lowest_form_of_several_needers) {
    item.needs.push_back(need(pol, Form::pointer));
    item.grants.push_back(grant({prc}, {pol}, Form::pointer));
    EXPECT_EQ(relay(), Form::pointer);
    std::swap(item.needs[0], item.needs[1]);
    EXPECT_EQ(relay(), Form::pointer);
}

}  // namespace
}  // namespace casustafel::support
