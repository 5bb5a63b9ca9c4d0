// The judgement on one recipient, server/core/README.md §verdict: each label alone, and labels
// together.
#include "verdict_fixture.hpp"

namespace casustafel::support {
namespace {

TEST_F(VerdictTest, is_green_when_the_way_and_the_need_both_fit) {
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.labels, Labels{});
    EXPECT_EQ(light(verdict), Light::green);
    EXPECT_EQ(verdict.need_form, Form::conclusion);
    EXPECT_FALSE(verdict.relay);
    EXPECT_EQ(verdict.grant, 0);
    EXPECT_EQ(verdict.red_line, -1);
}

// Each label alone

TEST_F(VerdictTest, calls_a_crossed_red_line_red) {
    item.never = {{.to = {ovj}}};
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.labels, Labels{Label::red_line});
    EXPECT_EQ(verdict.severity, 2) << "the item's sensitivity, as the line states none";
    EXPECT_EQ(verdict.red_line, 0);
    EXPECT_EQ(light(verdict), Light::red);
}

TEST_F(VerdictTest, holds_a_red_line_from_its_form_upwards) {
    item.grants[0].max_form = Form::source;
    item.never = {{.to = {ovj}, .from_form = Form::summary}};
    EXPECT_EQ(judged().labels, Labels{});
    EXPECT_TRUE(has_lawful_way(small.state, item, vt, ovj, Form::conclusion));
    terms.form = Form::summary;
    EXPECT_EQ(judged().labels, Labels{Label::red_line});
    EXPECT_FALSE(has_lawful_way(small.state, item, vt, ovj, Form::summary));
    terms.form = Form::facts;
    EXPECT_EQ(judged().labels, Labels{Label::red_line});
}

TEST_F(VerdictTest, lets_a_red_line_state_its_own_severity) {
    item.never = {{.to = {ovj}, .severity = 3}};
    EXPECT_EQ(judged().severity, 3);
}

TEST_F(VerdictTest, takes_the_most_severe_of_the_red_lines_that_hold) {
    item.never = {{.to = {ovj}, .severity = 1},
                  {.to = {ovj}, .severity = 3, .when = {condition(ConditionKind::acute, mirjam)}},
                  {.to = {ovj}, .severity = 2},
                  {.to = {pol}, .severity = 3},
                  {.to = {ovj}, .severity = 2}};
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.severity, 2);
    EXPECT_EQ(verdict.red_line, 2);
    small.state.legal.acute = {mirjam};
    EXPECT_EQ(judged().severity, 3);
    EXPECT_EQ(judged().red_line, 1);
}

TEST_F(VerdictTest, reads_a_red_line_without_roles_as_meant_for_everybody) {
    item.never = {{}};
    EXPECT_EQ(judged(jon).labels, Labels{Label::red_line});
}

TEST_F(VerdictTest, ignores_a_red_line_for_another_role) {
    item.never = {{.to = {jon}}};
    EXPECT_EQ(judged().labels, Labels{});
}

TEST_F(VerdictTest, calls_passing_on_red_when_the_item_may_not_travel) {
    item.grants = {grant({}, {ovj}, Form::summary)};
    small.begin();
    small.give(prc, a03, Form::summary);
    terms.giver = prc;
    EXPECT_EQ(judged().labels, Labels{Label::onward});
    EXPECT_EQ(judged().severity, 2);
    EXPECT_EQ(judged().grant, -1);
}

TEST_F(VerdictTest, lets_an_item_of_the_same_circle_travel_within_the_table_only) {
    item.onward = Onward::same_circle;
    item.grants = {grant({}, {}, Form::summary)};
    item.needs.push_back(need(jon, Form::conclusion));
    terms.giver = prc;
    EXPECT_EQ(judged(jon).labels, Labels{});
    EXPECT_EQ(judged(ovj).labels, Labels{Label::onward});
}

TEST_F(VerdictTest, asks_a_way_of_the_giver_for_every_item_that_may_travel) {
    terms.giver = prc;
    for (const Onward onward : {Onward::same_circle, Onward::rules}) {
        item.onward = onward;
        EXPECT_EQ(judged(jon).labels, Labels{Label::no_way});
    }
}

TEST_F(VerdictTest, lets_an_original_holder_cross_tables_whatever_onward_says) {
    item.onward = Onward::no;
    EXPECT_EQ(judged(ovj).labels, Labels{});
}

TEST_F(VerdictTest, calls_a_share_without_any_way_red) {
    EXPECT_EQ(judged(pol).labels, Labels{Label::no_way});
    EXPECT_EQ(judged(pol).severity, 2);
}

TEST_F(VerdictTest, calls_two_steps_too_rich_red_for_a_very_sensitive_item) {
    item.sensitivity = 3;
    item.grants[0].max_form = Form::conclusion;
    terms.form = Form::facts;
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.labels, Labels{Label::far_too_rich});
    EXPECT_EQ(verdict.severity, 3);
    EXPECT_EQ(verdict.grant, 0);
}

TEST_F(VerdictTest, calls_one_step_too_rich_amber_even_for_a_very_sensitive_item) {
    item.sensitivity = 3;
    terms.form = Form::facts;
    EXPECT_EQ(judged().labels, Labels{Label::form});
}

TEST_F(VerdictTest, calls_any_number_of_steps_amber_below_sensitivity_three) {
    item.grants[0].max_form = Form::pointer;
    terms.form = Form::source;
    EXPECT_EQ(judged().labels, Labels{Label::form});
}

TEST_F(VerdictTest, calls_another_purpose_amber) {
    terms.purpose = Purpose::care;
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.labels, Labels{Label::purpose});
    EXPECT_EQ(light(verdict), Light::amber);
    EXPECT_EQ(verdict.severity, 0);
}

TEST_F(VerdictTest, calls_another_basis_amber) {
    terms.basis = conv;
    EXPECT_EQ(judged().labels, Labels{Label::basis});
}

TEST_F(VerdictTest, calls_a_share_nobody_needs_amber) {
    item.needs.clear();
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.labels, Labels{Label::necessity});
    EXPECT_EQ(verdict.need_form, Form::silent);
}

TEST_F(VerdictTest, calls_a_form_poorer_than_the_need_thin) {
    item.needs[0].min_form = Form::summary;
    const Verdict verdict = judged();
    EXPECT_EQ(verdict.labels, Labels{Label::thin});
    EXPECT_EQ(verdict.need_form, Form::summary);
}

// Together

TEST_F(VerdictTest, collects_several_ambers_in_the_order_of_the_labels) {
    item.needs.clear();
    terms = {vt, Purpose::care, conv, Form::source};
    EXPECT_EQ(judged().labels,
              (Labels{Label::purpose, Label::basis, Label::form, Label::necessity}));
}

TEST_F(VerdictTest, can_be_too_rich_for_the_law_and_too_thin_for_the_need) {
    item.grants[0].max_form = Form::pointer;
    item.needs[0].min_form = Form::source;
    EXPECT_EQ(judged().labels, (Labels{Label::form, Label::thin}));
}

TEST_F(VerdictTest, lets_red_stand_alone_whatever_else_is_wrong) {
    item.sensitivity = 3;
    item.needs.clear();
    item.grants[0].max_form = Form::pointer;
    terms = {vt, Purpose::care, conv, Form::source};
    EXPECT_EQ(judged().labels, Labels{Label::far_too_rich});
    item.grants.clear();
    EXPECT_EQ(judged().labels, Labels{Label::no_way});
    terms.giver = prc;
    EXPECT_EQ(judged().labels, Labels{Label::onward});
    item.never = {{.to = {ovj}}};
    EXPECT_EQ(judged().labels, Labels{Label::red_line});
}

TEST_F(VerdictTest, says_of_a_red_share_too_that_the_recipient_needed_the_item) {
    item.grants.clear();
    EXPECT_EQ(judged().need_form, Form::conclusion);
}

}  // namespace
}  // namespace casustafel::support
