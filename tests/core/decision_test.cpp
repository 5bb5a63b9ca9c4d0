// Decisions and interventions: who may, on what, and when it counts.
#include "server/core/families/visible.hpp"
#include "server/core/rules/verify.hpp"
#include "server/core/values/limits.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::trainer;

using Deciding = StoryTest;

TEST_F(Deciding, pends_for_ten_seconds_and_then_takes_effect) {
    start();
    play->pass(1'000);
    const auto events = take(good);
    const DecisionPended pended{d, good, a, {{start_item, Mark::fact}}, "risk", 11'000};
    EXPECT_TRUE(events == std::vector<Event>{pended});
    EXPECT_EQ(status(), DecisionStatus::pending);
    EXPECT_EQ(play->state().decisions.at(d).at_sim_ms, at(0, 9, 2));
    play->pass(limits::pending_window_ms - 1);
    EXPECT_EQ(status(), DecisionStatus::pending);
    play->pass(1);
    EXPECT_EQ(status(), DecisionStatus::taken);
    EXPECT_TRUE(play->log().back().events == (std::vector<Event>{DecisionTookEffect{d, good}}));
    EXPECT_EQ(play->state().decisions.at(d).at_sim_ms, at(0, 9, 2)) << "it was taken when pended";
}

TEST_F(Deciding, is_for_the_deciders_alone) {
    scenario.roles[2].table = TableId{"Z"};
    start();
    const TakeDecision wanted{d, bad, {}, ""};
    EXPECT_EQ(refusal(at_c, wanted), Rejection::not_a_decider) << "it sees the decision";
    EXPECT_EQ(refusal(at_c, TakeDecision{d, {"NOWHERE"}, {}, ""}), Rejection::not_a_decider)
        << "and not which options there are";
    EXPECT_EQ(refusal(at_b, wanted), Rejection::unknown) << "of another table";
    EXPECT_EQ(refusal(at_a, TakeDecision{{"NOWHERE"}, bad, {}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(at_a, TakeDecision{d, {"NOWHERE"}, {}, ""}), Rejection::unknown);
}

TEST_F(Deciding, rests_on_what_the_role_holds) {
    start();
    for (const ItemId& item : {later_item, ItemId{"NOWHERE"}, ItemId{}})
        EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {{item, Mark::fact}}, ""}),
                  Rejection::not_a_ground);
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {{start_item, Mark::refuted}}, ""}),
              Rejection::not_a_ground);
    const std::vector<Cited> many(scenario.items.size() + 1, {start_item, Mark::fact});
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, many, ""}), Rejection::too_much);
}

TEST_F(Deciding, asks_for_grounds_whatever_is_chosen_and_not_for_which) {
    scenario.decisions[0].options.front().must_cite = {later_item};
    start();
    EXPECT_TRUE(asks_for_grounds(scenario.decisions[0]));
    EXPECT_FALSE(asks_for_grounds(scenario.decisions[1]));
    for (const OptionId& option : {good, bad})
        EXPECT_EQ(refusal(at_a, TakeDecision{d, option, {}, ""}), Rejection::must_cite);
    const auto events = play->must(
        at_a,
        TakeDecision{d, good, {{start_item, Mark::assumption}, {start_item, Mark::fact}}, ""});
    EXPECT_EQ(std::get<DecisionPended>(events.front()).cited,
              (std::vector<Cited>{{start_item, Mark::assumption}}))
        << "each item once, as first named";
}

TEST_F(Deciding, happens_once) {
    start();
    take(good);
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {}, ""}), Rejection::already_taken);
    play->must(at_a, HastenDecision{d});
    EXPECT_EQ(status(), DecisionStatus::taken);
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {}, ""}), Rejection::already_taken);
    EXPECT_EQ(refusal(at_a, ProposeDecision{d, bad, {}, ""}), Rejection::already_taken);
    EXPECT_EQ(refusal(at_a, RetractDecision{d}), Rejection::not_pending);
    EXPECT_EQ(refusal(at_a, HastenDecision{d}), Rejection::not_pending);
}

TEST_F(Deciding, can_be_taken_back_by_its_deciders_only) {
    scenario.roles[2].table = TableId{"Z"};
    start();
    take(good);
    EXPECT_EQ(refusal(at_c, RetractDecision{d}), Rejection::not_a_decider);
    EXPECT_EQ(refusal(at_c, HastenDecision{d}), Rejection::not_a_decider);
    EXPECT_EQ(refusal(at_b, RetractDecision{d}), Rejection::unknown);
    EXPECT_TRUE(play->must(at_a, RetractDecision{d}) ==
                (std::vector<Event>{DecisionRetracted{d, a}}));
    EXPECT_EQ(status(), DecisionStatus::open);
    play->pass(20'000);
    EXPECT_TRUE(happened<DecisionTookEffect>().empty());
    take(bad);
}

TEST_F(Deciding, waits_in_a_pause) {
    start();
    take(good);
    play->pass(5'000);
    play->must(trainer(), PauseSession{});
    EXPECT_EQ(refusal(at_a, RetractDecision{d}), Rejection::session_paused);
    play->pass(60'000);
    EXPECT_EQ(status(), DecisionStatus::pending);
    play->must(trainer(), ResumeSession{});
    play->pass(4'999);
    EXPECT_EQ(status(), DecisionStatus::pending);
    play->pass(1);
    EXPECT_EQ(status(), DecisionStatus::taken);
}

TEST_F(Deciding, goes_on_in_a_swap_and_what_follows_waits_for_the_case) {
    start();
    take(bad);
    play->must(trainer(), StartSwap{{{a, b}}});
    EXPECT_EQ(refusal(at_a, RetractDecision{d}), Rejection::swap_under_way);
    EXPECT_EQ(refusal(at_a, ProposeDecision{d, good, {}, ""}), Rejection::swap_under_way);
    play->pass(limits::pending_window_ms);
    EXPECT_EQ(status(), DecisionStatus::taken);
    EXPECT_EQ(track(Track::safety), 5) << "the case stands still";
    play->must(trainer(), AdvanceSwap{});
    play->must(trainer(), AdvanceSwap{});
    play->pass(0);
    EXPECT_EQ(track(Track::safety), 0);
    EXPECT_EQ(happened<ConsequenceCame>().front().first.sim_ms, at(0, 9));
}

TEST_F(Deciding, moves_with_the_role_in_a_swap) {
    start();
    play->must(trainer(), StartSwap{{{a, b}}});
    play->must(trainer(), AdvanceSwap{});
    play->must(trainer(), AdvanceSwap{});
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {}, ""}), Rejection::role_changed);
    Actor after = at_b;
    after.role = a;
    play->must(after, TakeDecision{d, good, {{start_item, Mark::fact}}, ""});
    EXPECT_EQ(play->state().decisions.at(d).by, at_b.participant);
    EXPECT_EQ(play->state().decisions.at(d).taken.by, a);
}

using Deadlines = StoryTest;

TEST_F(Deadlines, pass_what_is_still_open) {
    start();
    play->run_out();
    const auto passed = happened<DecisionDeadlinePassed>();
    ASSERT_EQ(passed.size(), 2u);
    EXPECT_EQ(passed[0].first.sim_ms, at(0, 10, 30));
    EXPECT_EQ(passed[0].second, (DecisionDeadlinePassed{d}));
    EXPECT_EQ(passed[1].first.sim_ms, at(1, 9, 30));
    EXPECT_EQ(status(), DecisionStatus::missed);
    EXPECT_EQ(play->state().decisions.at(d).at_sim_ms, at(0, 10, 30));
    EXPECT_EQ(track(Track::trust_in_help), 0) << "2 less than 1, and no track falls below 0";
}

TEST_F(Deadlines, stand_still_in_a_pause) {
    start();
    until(at(0, 10, 29));
    play->must(trainer(), PauseSession{});
    play->pass(1'000'000);
    EXPECT_EQ(status(), DecisionStatus::open);
    play->must(trainer(), ResumeSession{});
    play->pass(500);
    EXPECT_EQ(status(), DecisionStatus::missed);
}

TEST_F(Deadlines, are_kept_by_what_is_pending) {
    start();
    until(at(0, 10, 29));
    take(good);
    play->run_out();
    EXPECT_EQ(status(), DecisionStatus::taken);
    for (const auto& [when, passed] : happened<DecisionDeadlinePassed>())
        EXPECT_EQ(passed.decision, d2);
}

TEST_F(Deadlines, pass_at_once_what_is_taken_back_after_them) {
    start();
    until(at(0, 10, 29));
    take(good);
    play->pass(1'000);
    const auto events = play->must(at_a, RetractDecision{d});
    EXPECT_TRUE(events == (std::vector<Event>{DecisionRetracted{d, a}, DecisionDeadlinePassed{d}}));
    EXPECT_EQ(status(), DecisionStatus::missed);
    play->pass(1);
    EXPECT_EQ(track(Track::trust_in_help), 0);
}

TEST_F(Deadlines, leave_room_for_a_late_decision) {
    start();
    until(at(0, 10, 31));
    ASSERT_EQ(status(), DecisionStatus::missed);
    take(bad);
    EXPECT_EQ(status(), DecisionStatus::pending);
    EXPECT_TRUE(play->must(at_a, RetractDecision{d}) ==
                (std::vector<Event>{DecisionRetracted{d, a}}))
        << "it was missed before";
    EXPECT_EQ(status(), DecisionStatus::missed);
    take(bad);
    play->pass(limits::pending_window_ms);
    EXPECT_EQ(status(), DecisionStatus::taken);
    EXPECT_EQ(happened<DecisionDeadlinePassed>().size(), 1u);
}

using Proposals = StoryTest;

TEST_F(Proposals, are_made_by_whoever_sees_the_decision) {
    scenario.decisions[0].meeting = {};
    start();
    const auto events = play->must(at_a, ProposeDecision{d, bad, {{start_item, Mark::fact}}, "so"});
    const auto& made = std::get<DecisionProposed>(events.front());
    EXPECT_EQ(made.by, a);
    EXPECT_FALSE(made.parked) << "a decision without a meeting has no picture to wait for";
    EXPECT_EQ(play->state().proposals.at(made.proposal).event, made);
    EXPECT_EQ(status(), DecisionStatus::open);
    EXPECT_EQ(refusal(at_b, ProposeDecision{d, bad, {}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(at_a, ProposeDecision{d, {"NOWHERE"}, {}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(at_a, ProposeDecision{d, bad, {{later_item, Mark::fact}}, ""}),
              Rejection::not_a_ground);
}

TEST_F(Proposals, are_parked_while_the_meeting_forms_its_picture) {
    start();
    const auto parked = [&] {
        const auto events = play->must(at_a, ProposeDecision{d, bad, {}, "so"});
        return std::get<DecisionProposed>(events.front()).parked;
    };
    EXPECT_TRUE(parked());
    play->must(at_a, MovePhase{meeting, MeetingPhase::judgement});
    EXPECT_FALSE(parked());
    play->must(at_a, MovePhase{meeting, MeetingPhase::picture});
    EXPECT_TRUE(parked());
}

TEST_F(Proposals, do_not_tell_that_a_decision_is_pending) {
    scenario.roles[2].table = TableId{"Z"};
    start();
    take(good);
    EXPECT_EQ(refusal(at_c, ProposeDecision{d, {}, {}, "so"}), std::nullopt);
    play->must(at_a, HastenDecision{d});
    EXPECT_EQ(refusal(at_c, ProposeDecision{d, {}, {}, "so"}), Rejection::already_taken);
}

using Options = StoryTest;

TEST_F(Options, are_for_who_decides_until_one_is_named) {
    scenario.roles[2].table = TableId{"Z"};
    start();
    const auto seen = [&](const RoleId& role) {
        std::vector<OptionId> ids;
        for (const DecisionOption& option : scenario.decisions[0].options)
            if (sees(play->state(), role, scenario.decisions[0], option)) ids.push_back(option.id);
        return ids;
    };
    EXPECT_EQ(seen(a), (std::vector<OptionId>{good, bad}));
    EXPECT_TRUE(seen(c).empty());
    // What one does not see is refused as what is not there.
    EXPECT_EQ(refusal(at_c, ProposeDecision{d, bad, {}, "so"}), Rejection::unknown);
    EXPECT_EQ(refusal(at_c, ProposeDecision{d, {"NOWHERE"}, {}, "so"}), Rejection::unknown);
    EXPECT_EQ(refusal(at_c, ProposeDecision{d, {}, {}, " "}), Rejection::empty_text);
    play->must(at_a, ProposeDecision{d, bad, {}, "so"});
    EXPECT_EQ(seen(c), std::vector<OptionId>{bad});
    play->must(at_c, ProposeDecision{d, bad, {}, "so"});
    take(good);
    EXPECT_EQ(seen(c), std::vector<OptionId>{bad}) << "that it is pending is not known";
    play->must(at_a, HastenDecision{d});
    EXPECT_EQ(seen(c), (std::vector<OptionId>{good, bad}));
}

// A log of before is decided again as it was: an option by who only saw it, without grounds.
TEST_F(Options, of_the_first_edition_were_for_all_who_see_the_decision) {
    scenario.roles[2].table = TableId{"Z"};
    play.emplace(scenario, 1, Edition::first);
    at_a = play->seat(a);
    at_c = play->seat(c);
    play->must(trainer(), StartSession{});
    play->must(at_c, ProposeDecision{d, bad, {}, "so"});
    play->must(at_a, TakeDecision{d, bad, {}, ""});
    EXPECT_TRUE(verify(scenario, play->log(), Edition::first).empty());
    EXPECT_FALSE(verify(scenario, play->log()).empty());
}

using Interventions = StoryTest;

TEST_F(Interventions, are_used_once_by_who_has_the_power) {
    start();
    EXPECT_EQ(refusal(at_a, UseIntervention{help, {}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, UseIntervention{{"NOWHERE"}, {}, ""}), Rejection::unknown);
    play->must(at_b, UseIntervention{help, {}, "now"});
    EXPECT_EQ(play->state().interventions.at(help).event.by, b);
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {}, "again"}), Rejection::already_used);
}

TEST_F(Interventions, have_their_time) {
    scenario.interventions[0].from_sim_ms = at(0, 9, 30);
    scenario.interventions[0].until_sim_ms = at(0, 10);
    start();
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {}, ""}), Rejection::too_early);
    until(at(0, 10, 1));
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {}, ""}), Rejection::too_late);
}

TEST_F(Interventions, rest_on_what_they_ask_and_the_role_holds) {
    scenario.interventions[0].must_cite = {later_item, start_item};
    start();
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {}, ""}), Rejection::must_cite);
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {{later_item, Mark::fact}}, ""}),
              Rejection::not_a_ground)
        << "it comes at ten";
    until(at(0, 10, 1));
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {{later_item, Mark::fact}}, ""}), std::nullopt);
}

TEST_F(Deciding, is_done_by_a_trainer_who_stands_in) {
    play.emplace(scenario);
    at_b = play->seat(b);
    play->must(trainer(), StandIn{a});
    play->must(trainer(), StartSession{});
    Actor standing = trainer();
    standing.role = a;
    play->must(standing, TakeDecision{d, bad, {{start_item, Mark::fact}}, ""});
    play->must(standing, RetractDecision{d});
    EXPECT_EQ(refusal(trainer(), TakeDecision{d, bad, {}, ""}), Rejection::not_your_role);
}

}  // namespace
}  // namespace casustafel::core
