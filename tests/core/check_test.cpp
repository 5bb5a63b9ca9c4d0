// The questions of consequences, injects and endings: each true and false, and turned round.
#include "server/core/law/checks.hpp"

#include <functional>

#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

struct Checks : testing::Test {
    Scenario scenario = story_case();
    State state = initial(scenario);

    void expect(const Check& check, bool answer) const {
        EXPECT_EQ(holds(state, check), answer);
        Check turned = check;
        turned.negated = !check.negated;
        EXPECT_EQ(holds(state, turned), !answer);
    }

    void give(const RoleId& role, Form lawful, bool original = false, Form breached = {}) {
        Holding& held = state.holdings[{role, start_item}];
        held.form = std::max(lawful, breached);
        held.lawful_form = lawful;
        held.breached_form = breached;
        held.original = original;
    }
};

TEST_F(Checks, a_decision_counts_once_it_took_effect) {
    DecisionState& now = state.decisions[d];
    now.taken.option = good;
    for (const auto status :
         {DecisionStatus::open, DecisionStatus::pending, DecisionStatus::missed}) {
        now.status = status;
        expect(taken(good), false);
    }
    now.status = DecisionStatus::taken;
    expect(taken(good), true);
    expect(taken(), true);
    expect(taken(bad), false);
    Check other = taken();
    other.decision = {"NOWHERE"};
    expect(other, false);
}

TEST_F(Checks, an_intervention_counts_once_used) {
    Check check;
    check.kind = CheckKind::intervention_used;
    check.intervention = help;
    expect(check, false);
    state.interventions[help];
    expect(check, true);
}

TEST_F(Checks, an_item_is_known_to_who_holds_it_lawfully_in_that_form) {
    Check check;
    check.kind = CheckKind::item_known;
    check.item = start_item;
    check.min_form = Form::summary;
    give(a, Form::source, true);
    expect(check, false);  // who had it from the case does not count unless named
    check.roles = {a, c};
    expect(check, true);
    check.roles = {b, c};
    give(b, Form::conclusion, false, Form::source);
    expect(check, false);  // too poor; and what came by a breach is not held lawfully
    give(b, Form::summary);
    expect(check, true);
    check.roles.clear();
    expect(check, true);
    check.item = later_item;
    expect(check, false);
}

TEST_F(Checks, an_item_of_which_nothing_is_held_is_not_known) {
    Check check;
    check.kind = CheckKind::item_known;
    check.item = start_item;
    check.min_form = Form::silent;
    give(b, Form::silent, false, Form::source);
    expect(check, false);
}

TEST_F(Checks, a_track_is_looked_at_for_one_person_or_for_all_who_have_it) {
    state.tracks[{PersonId{"Q"}, Track::safety}] = 3;
    Check check;
    check.kind = CheckKind::track_at_least;
    check.track = Track::safety;
    check.person = p;
    check.value = 5;
    expect(check, true);
    check.value = 6;
    expect(check, false);
    check.value = 5;
    check.person = {};
    expect(check, false);
    check.value = 3;
    expect(check, true);
    check.track = Track::perspective;
    check.value = 0;
    expect(check, false);  // nobody has it
}

TEST_F(Checks, an_inject_happened_once_it_took_effect) {
    Check check;
    check.kind = CheckKind::inject_happened;
    check.inject = {"HAND"};
    for (const auto status :
         {InjectStatus::waiting, InjectStatus::pending, InjectStatus::skipped}) {
        state.injects[check.inject].status = status;
        expect(check, false);
    }
    state.injects[check.inject].status = InjectStatus::effective;
    expect(check, true);
    check.inject = {"NOWHERE"};
    expect(check, false);
}

TEST_F(Checks, a_plan_counts_the_actions_that_stand) {
    Check check;
    check.kind = CheckKind::planned;
    check.count = 2;
    PlanAction& first = state.plan[EntityId{1}];
    PlanAction& second = state.plan[EntityId{2}];
    first.terms.power = care;
    expect(check, true);
    second.withdrawn = true;
    expect(check, false);
    check.count = 1;
    check.power = care;
    expect(check, true);
    first.withdrawn = true;
    second.withdrawn = false;
    expect(check, false);
}

TEST_F(Checks, triage_is_looked_at_once_accepted) {
    Check check;
    check.kind = CheckKind::triage_accepted;
    state.legal.triage = TriageStatus::put_up;
    expect(check, false);
    state.legal.triage = TriageStatus::accepted;
    expect(check, true);
}

TEST_F(Checks, of_a_list_must_all_hold) {
    EXPECT_TRUE(all_hold(state, {}));
    EXPECT_TRUE(all_hold(state, {safety_below(6)}));
    EXPECT_FALSE(all_hold(state, {safety_below(6), taken()}));
}

}  // namespace
}  // namespace casustafel::core
