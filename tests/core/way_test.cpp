// Which of several ways judges a share, and whether there is a lawful one at all
// (server/core/README.md §way).
#include "verdict_fixture.hpp"

namespace casustafel::support {
namespace {

struct WayTest : VerdictTest {
    int chosen() {
        if (small.state.scenario == nullptr) small.begin();
        const auto found = way(small.state, item, terms, ovj);
        return found ? found->grant : -2;
    }
};

TEST_F(WayTest, prefers_the_stated_purpose_over_the_stated_basis) {
    item.grants = {grant({vt}, {ovj}, Form::source, {Purpose::care}, {wmovt}),
                   grant({vt}, {ovj}, Form::pointer, {Purpose::charging_decision}, {wgsz})};
    EXPECT_EQ(chosen(), 1);
}

TEST_F(WayTest, prefers_the_stated_basis_over_a_form_that_is_allowed) {
    item.grants = {grant({vt}, {ovj}, Form::source, {Purpose::charging_decision}, {wgsz}),
                   grant({vt}, {ovj}, Form::pointer, {Purpose::charging_decision}, {wmovt})};
    EXPECT_EQ(chosen(), 1);
}

TEST_F(WayTest, prefers_the_richest_of_equals) {
    item.grants = {grant({vt}, {ovj}, Form::conclusion), grant({vt}, {ovj}, Form::facts),
                   grant({vt}, {ovj}, Form::summary)};
    EXPECT_EQ(chosen(), 1);
    terms.form = Form::source;
    EXPECT_EQ(chosen(), 1) << "also when none allows the form";
}

TEST_F(WayTest, prefers_the_first_listed_of_perfect_equals) {
    item.grants = {grant({vt}, {ovj}, Form::summary), grant({vt}, {ovj}, Form::summary),
                   grant({}, {}, Form::summary)};
    EXPECT_EQ(chosen(), 0);
}

TEST_F(WayTest, goes_on_with_basis_and_form_when_no_way_matches_the_purpose) {
    terms.purpose = Purpose::housing;
    item.grants = {grant({vt}, {ovj}, Form::source, {Purpose::care}, {wgsz}),
                   grant({vt}, {ovj}, Form::pointer, {Purpose::care}, {wmovt})};
    EXPECT_EQ(chosen(), 1);
    EXPECT_EQ(judged().labels, (Labels{Label::purpose, Label::form}));
}

TEST_F(WayTest, passes_over_grants_of_others_and_grants_whose_conditions_do_not_hold) {
    item.grants = {grant({pol}, {ovj}, Form::source), grant({vt}, {jon}, Form::source),
                   grant({vt}, {ovj}, Form::source), grant({vt}, {ovj}, Form::pointer)};
    item.grants[2].when = {condition(ConditionKind::triage_accepted)};
    EXPECT_EQ(chosen(), 3);
    small.state.legal.triage = TriageStatus::accepted;
    EXPECT_EQ(chosen(), 2);
}

TEST_F(WayTest, reads_a_grant_without_roles_as_meant_for_everybody) {
    item.grants = {grant({}, {}, Form::summary)};
    EXPECT_EQ(chosen(), 0);
}

TEST_F(WayTest, finds_no_way_without_grants) {
    item.grants.clear();
    EXPECT_EQ(chosen(), -2);
}

// Open items

TEST_F(WayTest, always_offers_the_open_way_for_an_open_item) {
    item.sensitivity = 0;
    item.grants.clear();
    terms = {vt, Purpose::housing, open_basis, Form::source};
    EXPECT_EQ(chosen(), -1);
    EXPECT_EQ(judged(jon).labels, Labels{}) << "no need is asked of an open item";
    terms.basis = wmovt;
    EXPECT_EQ(judged(jon).labels, Labels{Label::basis});
}

TEST_F(WayTest, lets_the_open_way_compete_with_the_grants) {
    item.sensitivity = 0;
    item.grants = {grant({vt}, {ovj}, Form::pointer)};
    terms.form = Form::pointer;
    EXPECT_EQ(chosen(), 0) << "same purpose, and the grant has the basis";
    terms.basis = open_basis;
    EXPECT_EQ(chosen(), -1);
    terms.basis = conv;
    EXPECT_EQ(chosen(), -1) << "neither has the basis: the richest";
    item.grants = {grant({vt}, {ovj}, Form::source, {Purpose::charging_decision}, {open_basis})};
    terms.basis = open_basis;
    EXPECT_EQ(chosen(), 0) << "of perfect equals the written one";
}

TEST_F(WayTest, holds_an_open_item_to_its_red_lines_and_to_onward) {
    item.sensitivity = 0;
    terms.giver = prc;
    EXPECT_EQ(judged().labels, Labels{Label::onward});
    EXPECT_EQ(judged().severity, 0);
    item.never = {{.to = {ovj}}};
    EXPECT_EQ(judged().labels, Labels{Label::red_line});
}

TEST_F(WayTest, calls_an_open_item_thin_when_a_need_asks_more) {
    item.sensitivity = 0;
    item.needs[0].min_form = Form::facts;
    terms.basis = open_basis;
    EXPECT_EQ(judged().labels, Labels{Label::thin});
}

TEST_F(WayTest, tells_whether_there_is_a_lawful_way_in_a_form) {
    small.begin();
    const auto lawful = [&](Form form) { return has_lawful_way(small.state, item, vt, ovj, form); };
    EXPECT_TRUE(lawful(Form::summary));
    EXPECT_FALSE(lawful(Form::facts));
    EXPECT_FALSE(has_lawful_way(small.state, item, vt, jon, Form::pointer));
    item.grants[0].when = {condition(ConditionKind::triage_accepted)};
    EXPECT_FALSE(lawful(Form::pointer));
    item.sensitivity = 0;
    EXPECT_TRUE(lawful(Form::source));
    EXPECT_FALSE(has_lawful_way(small.state, item, prc, ovj, Form::pointer)) << "may not travel";
    item.never = {{.to = {ovj}}};
    EXPECT_FALSE(lawful(Form::pointer));
}

}  // namespace
}  // namespace casustafel::support
