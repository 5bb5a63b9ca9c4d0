// The questions of consequences, injects and endings: each true and false, and turned round.
#include "server/core/law/checks.hpp"

#include <functional>

#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

struct Checks : testing::Test {
    Scenario scenario = story_case();
    State state = initial(scenario);
    std::int64_t now_sim_ms = support::at(0, 9);

    void expect(const Check& check, bool answer) const {
        EXPECT_EQ(holds({state, now_sim_ms}, check), answer);
        Check turned = check;
        turned.negated = !check.negated;
        EXPECT_EQ(holds({state, now_sim_ms}, turned), !answer);
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

Check of_meeting(CheckKind kind, std::vector<RoleId> roles = {}) {
    Check check;
    check.kind = kind;
    check.meeting = meeting;
    check.roles = std::move(roles);
    return check;
}

TEST_F(Checks, who_is_in_a_meeting_is_asked_of_each_or_counted) {
    Check two = of_meeting(CheckKind::convened);
    two.count = 2;
    state.present[meeting] = {a};
    expect(of_meeting(CheckKind::present, {a}), true);
    expect(of_meeting(CheckKind::present, {a, b}), false);
    expect(two, false);
    state.present[meeting] = {a, c};
    expect(two, true);
    two.roles = {a, b};
    expect(two, false);
}

TEST_F(Checks, invitations_and_phases_are_those_of_the_meeting) {
    expect(of_meeting(CheckKind::invited, {c}), false);
    state.invited[meeting] = {c};
    expect(of_meeting(CheckKind::invited, {c}), true);
    Check phase = of_meeting(CheckKind::phase);
    phase.phase = MeetingPhase::judgement;
    expect(phase, false);
    state.phases[meeting] = MeetingPhase::judgement;
    expect(phase, true);
}

TEST_F(Checks, a_question_counts_by_who_asked_whom_about_what) {
    Check check;
    check.kind = CheckKind::asked;
    check.by = {a};
    check.roles = {b};
    check.person = p;
    check.category = Category::health;
    expect(check, false);
    RequestMade made;
    made.asker = a;
    made.to = {b};
    made.person = p;
    made.category = Category::health;
    state.requests[EntityId{7}].event = made;
    expect(check, true);
    check.category = Category::housing;
    expect(check, false);
    check.category = {};
    check.by = {c};
    expect(check, false);
    state.requests[EntityId{7}].event.scripted.inject = {"HAND"};
    check.by = {};
    expect(check, false);
}

TEST_F(Checks, each_role_named_knows_it_however_it_came) {
    Check check;
    check.kind = CheckKind::knows;
    check.item = start_item;
    check.roles = {b, c};
    give(b, Form::silent, false, Form::summary);
    state.holdings[{b, start_item}].form = Form::summary;
    expect(check, false);
    give(c, Form::facts);
    expect(check, true);
    check.min_form = Form::facts;
    expect(check, false);
}

TEST_F(Checks, a_share_counts_in_its_meeting) {
    Check check = of_meeting(CheckKind::shared_in);
    check.item = start_item;
    expect(check, false);
    ItemShared share;
    share.item = start_item;
    share.meeting = meeting;
    share.giver = a;
    share.form = Form::summary;
    state.shares[EntityId{7}].event = share;
    expect(check, true);
    check.by = {b};
    expect(check, false);
}

TEST_F(Checks, a_person_is_informed_by_somebody) {
    Check check;
    check.kind = CheckKind::informed;
    check.person = p;
    expect(check, false);
    state.legal.informed[{a, p}] = "told";
    expect(check, true);
    check.by = {b};
    expect(check, false);
}

TEST_F(Checks, an_act_is_counted_by_who_used_it) {
    Check check;
    check.kind = CheckKind::act_used;
    check.intervention = help;
    expect(check, false);
    state.interventions[help].event = {help, b, {}, ""};
    expect(check, true);
    check.by = {a};
    expect(check, false);
    check.by = {b};
    check.count = 2;
    expect(check, false);
    state.times_used[help] = 2;
    expect(check, true);
}

TEST_F(Checks, roles_agree_by_proposing_agreeing_or_confirming_one_action) {
    Check check;
    check.kind = CheckKind::agreed;
    check.decision = d;
    check.roles = {a, b};
    expect(check, false);
    state.proposals[EntityId{7}].event = {EntityId{7}, d, good, a, {}, ""};
    state.agreements[{d, b}] = {d, bad, b, {}, ""};
    expect(check, true);
    check.options = {good};
    expect(check, false);
    Check action;
    action.kind = CheckKind::agreed;
    action.power = care;
    action.roles = {b, c};
    PlanAction planned;
    planned.terms.power = care;
    planned.terms.lead = b;
    state.plan[EntityId{8}] = planned;
    expect(action, false);
    state.plan[EntityId{8}].confirmed = {c};
    expect(action, true);
}

TEST_F(Checks, rounds_and_swaps_count_from_one) {
    Check round;
    round.kind = CheckKind::round;
    expect(round, true);
    round.round = 2;
    expect(round, false);
    Check swapped;
    swapped.kind = CheckKind::swapped;
    expect(swapped, false);
    state.swap.count = 1;
    expect(swapped, true);
}

TEST_F(Checks, time_counts_from_what_is_named_and_not_across_a_cut) {
    Check check;
    check.kind = CheckKind::time_since;
    check.after_ms = 30 * 60'000;
    expect(check, false);
    now_sim_ms = support::at(0, 9, 30);
    expect(check, true);
    check.decision = d;
    expect(check, false);
    state.decisions[d].status = DecisionStatus::taken;
    state.decisions[d].at_sim_ms = support::at(0, 10, 40);
    now_sim_ms = support::at(0, 20);
    expect(check, false);
    now_sim_ms = support::at(1, 9, 10);
    expect(check, true);
}

TEST_F(Checks, what_was_filled_in_counts_once_the_decision_took_effect) {
    Check check;
    check.kind = CheckKind::filled_in;
    check.decision = d;
    check.field = {"where"};
    check.values = {"home", "away"};
    state.decisions[d].taken.filled_in = {{{"where"}, "away"}};
    expect(check, false);
    state.decisions[d].status = DecisionStatus::taken;
    expect(check, true);
    check.values = {"home"};
    expect(check, false);
}

}  // namespace
}  // namespace casustafel::core
