// What follows: at its own time, under its conditions, on tracks that run from 0 to 10; and the
// ending it all comes to.
#include "server/core/values/limits.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::trainer;

Cause cause(CauseKind kind, const char* id, const OptionId& option = {}, int index = 0) {
    return {kind, id, option, index};
}

using Consequences = StoryTest;

TEST_F(Consequences, of_a_decision_come_after_their_delay_once_it_took_effect) {
    start();
    take(good);
    EXPECT_TRUE(play->state().consequences.empty() ||
                play->state().consequences.begin()->cause.kind == CauseKind::time);
    until(at(0, 10, 19));
    EXPECT_EQ(track(Track::safety), 5);
    until(at(0, 10, 20));
    EXPECT_EQ(track(Track::safety), 8);
    const auto came = happened<ConsequenceCame>();
    ASSERT_EQ(came.size(), 1u);
    EXPECT_EQ(came[0].second, (ConsequenceCame{cause(CauseKind::decision, "D", good), true}));
    EXPECT_EQ(came[0].first.sim_ms, at(0, 10, 20)) << "an hour after 09:20, when it took effect";
}

TEST_F(Consequences, without_delay_come_in_the_next_record_of_the_same_instant) {
    start();
    take(bad);
    play->pass(limits::pending_window_ms);
    const auto& log = play->log();
    ASSERT_TRUE(std::holds_alternative<DecisionTookEffect>(log[log.size() - 2].events.front()));
    EXPECT_TRUE(log.back().events ==
                (std::vector<Event>{ConsequenceCame{cause(CauseKind::decision, "D", bad), true},
                                    TrackChanged{p, Track::safety, 0}}))
        << "9 less than 5 is 0";
    EXPECT_EQ(log.back().stamp, log[log.size() - 2].stamp);
}

TEST_F(Consequences, of_a_decision_that_was_taken_back_never_come) {
    start();
    take(bad);
    play->pass(9'999);
    play->must(at_a, RetractDecision{d});
    play->run_out();
    EXPECT_EQ(track(Track::safety), 5);
    for (const auto& [when, came] : happened<ConsequenceCame>()) EXPECT_NE(came.cause.option, bad);
}

TEST_F(Consequences, look_at_the_state_of_their_own_instant) {
    scenario.interventions[0].consequences[1].after_ms = at(0, 1);
    start();
    play->must(at_b, UseIntervention{help, {}, ""});
    take(good);
    play->run_out();
    EXPECT_EQ(play->state().injects.at(InjectId{"HAND"}).status, InjectStatus::effective)
        << "the decision came later than the intervention, and before its consequence";
    EXPECT_EQ(happened<InjectTookEffect>().size(), 2u);
    EXPECT_EQ(track(Track::safety), 9);
}

TEST_F(Consequences, that_do_not_hold_say_so_and_change_nothing) {
    start();
    play->must(at_b, UseIntervention{help, {}, ""});
    play->pass(1);
    const auto came = happened<ConsequenceCame>();
    ASSERT_EQ(came.size(), 2u);
    EXPECT_TRUE(came[0].second.held);
    EXPECT_FALSE(came[1].second.held);
    EXPECT_EQ(came[1].second.cause, cause(CauseKind::intervention, "HELP", {}, 1));
    EXPECT_TRUE(happened<InjectTookEffect>().empty());
    EXPECT_EQ(play->state().injects.at(InjectId{"HAND"}).status, InjectStatus::waiting);
}

TEST_F(Consequences, of_the_clock_come_inside_the_cut_at_their_own_time) {
    start();
    play->run_out();
    const auto changed = happened<TrackChanged>();
    ASSERT_FALSE(changed.empty());
    EXPECT_EQ(changed.back().second, (TrackChanged{p, Track::reoffending_risk, 10}));
    EXPECT_EQ(changed.back().first, (Stamp{60'000, 60'000, at(0, 20)}));
}

TEST_F(Consequences, of_the_clock_ask_at_their_own_time) {
    start();
    take(good);
    play->run_out();
    EXPECT_EQ(track(Track::reoffending_risk), 9) << "the decision was taken by then";
}

TEST_F(Consequences, of_what_happens_inside_a_cut_come_there_or_after_their_running_time) {
    scenario.injects[0].at_sim_ms = at(0, 21);
    scenario.injects[0].consequences = {moves(Track::safety, 1),
                                        moves(Track::safety, 1, at(0, 0, 15))};
    start();
    play->run_out();
    const auto changed = happened<TrackChanged>();
    ASSERT_GE(changed.size(), 2u);
    EXPECT_EQ(changed[changed.size() - 2].first.sim_ms, at(0, 21));
    EXPECT_EQ(changed.back().first.sim_ms, at(1, 9, 15)) << "at night no case time runs";
}

TEST_F(Consequences, run_across_a_cut_in_case_time_that_runs) {
    scenario.decisions[0].deadline_sim_ms = at(0, 11);
    start();
    until(at(0, 10, 30));
    take(good);
    play->must(at_a, HastenDecision{d});
    play->run_out();
    const auto came = happened<ConsequenceCame>();
    ASSERT_EQ(came.size(), 2u);
    EXPECT_EQ(came.back().first.sim_ms, at(1, 9, 30))
        << "half an hour before the night, half after";
}

TEST_F(Consequences, of_one_instant_see_what_the_ones_before_them_changed) {
    Consequence up = moves(Track::safety, 4);
    up.at_sim_ms = at(0, 10);
    scenario.consequences = {up, up};
    start();
    until(at(0, 10));
    EXPECT_EQ(track(Track::safety), 10);
    const auto changed = happened<TrackChanged>();
    ASSERT_EQ(changed.size(), 2u);
    EXPECT_EQ(changed[0].second.value, 9);
    EXPECT_EQ(changed[1].second.value, 10);
}

TEST_F(Consequences, of_a_missed_decision_come_also_when_it_is_taken_late) {
    start();
    until(at(0, 10, 31));
    EXPECT_EQ(track(Track::trust_in_help), 0);
    take(bad);
    play->must(at_a, HastenDecision{d});
    play->pass(1);
    EXPECT_EQ(track(Track::safety), 0);
}

TEST_F(Consequences, change_a_track_twice_in_one_step_by_step) {
    Consequence twice = moves(Track::safety, 9);
    twice.tracks.push_back({p, Track::safety, -1});
    twice.tracks.push_back({p, Track::perspective, 2});
    twice.at_sim_ms = at(0, 9, 30);
    scenario.consequences = {twice};
    start();
    until(at(0, 9, 30));
    const auto changed = happened<TrackChanged>();
    ASSERT_EQ(changed.size(), 2u) << "nobody has the third track";
    EXPECT_EQ(changed[0].second.value, 10);
    EXPECT_EQ(changed[1].second.value, 9);
}

TEST_F(Consequences, change_facts_and_bring_an_inject_only_once) {
    Consequence one;
    one.at_sim_ms = at(0, 9, 30);
    one.injects = {InjectId{"HAND"}};
    one.facts.covenant = false;
    scenario.consequences = {one, one};
    start();
    until(at(0, 9, 30));
    EXPECT_FALSE(play->state().legal.covenant);
    EXPECT_EQ(happened<InjectTookEffect>().size(), 1u);
    EXPECT_EQ(happened<ItemDealt>().back().second, (ItemDealt{ItemId{"I-HAND"}, {b}}));
}

TEST_F(Consequences, name_the_sentence_they_were_written_with) {
    scenario.decisions[0].when_missed[0].story = {"te laat", "too late"};
    const auto* missed = consequence_of(scenario, cause(CauseKind::decision, "D"));
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->story.nl, "te laat");
    EXPECT_FALSE(consequence_of(scenario, cause(CauseKind::decision, "D", good, 1)));
    EXPECT_FALSE(consequence_of(scenario, cause(CauseKind::decision, "D", good, -1)));
    EXPECT_FALSE(consequence_of(scenario, cause(CauseKind::decision, "D", OptionId{"NOWHERE"})));
    EXPECT_FALSE(consequence_of(scenario, cause(CauseKind::intervention, "NOWHERE")));
    EXPECT_FALSE(consequence_of(scenario, cause(CauseKind::inject, "TIMED")));
    EXPECT_TRUE(consequence_of(scenario, cause(CauseKind::time, "")));
}

TEST_F(Consequences, of_a_slow_case_never_come_before_their_cause) {
    scenario.segments[0].real_ms = 100 * at(0, 2);
    start();
    play->pass(50);  // half a millisecond of the case
    play->must(at_b, UseIntervention{help, {}, ""});
    EXPECT_EQ(next_due(play->state()), 100);
    play->pass(50);
    EXPECT_EQ(track(Track::safety), 6);
    EXPECT_EQ(happened<TrackChanged>().front().first.sim_ms, at(0, 9) + 1);
}

using TimedInjects = StoryTest;

TEST_F(TimedInjects, are_skipped_when_their_conditions_do_not_hold) {
    scenario.injects[0].when = {taken(good)};
    start();
    play->run_out();
    const auto skipped = happened<InjectSkipped>();
    ASSERT_EQ(skipped.size(), 1u);
    EXPECT_EQ(skipped[0].first.sim_ms, at(0, 10, 30));
    EXPECT_EQ(play->state().injects.at(InjectId{"TIMED"}).status, InjectStatus::skipped);
}

TEST_F(TimedInjects, come_when_their_conditions_hold_and_move_tracks) {
    scenario.injects[0].when = {taken(good)};
    scenario.injects[0].tracks = {{p, Track::safety, -1}};
    start();
    take(good);
    play->run_out();
    EXPECT_EQ(happened<InjectSkipped>().size(), 0u);
    EXPECT_EQ(track(Track::safety), 7);
}

using Endings = StoryTest;

TEST_F(Endings, are_the_first_whose_checks_hold) {
    start();
    take(good);
    play->run_out();
    EXPECT_TRUE(
        play->log().back().events ==
        (std::vector<Event>{SessionEnded{EndReason::time_is_up}, EndingReached{EndingId{"GOOD"}}}));
    EXPECT_EQ(play->state().ending, EndingId{"GOOD"});
}

TEST_F(Endings, look_at_the_last_state) {
    start();
    take(bad);
    play->run_out();
    EXPECT_EQ(play->state().ending, EndingId{"LATE"});
}

TEST_F(Endings, come_to_a_session_that_its_trainer_ends_in_the_last_stretch) {
    start();
    play->until(60'000);
    EXPECT_TRUE(
        play->must(trainer(), EndSession{}) ==
        (std::vector<Event>{SessionEnded{EndReason::trainer}, EndingReached{EndingId{"REST"}}}));
}

TEST_F(Endings, are_none_of_a_session_that_its_trainer_stopped_before) {
    start();
    EXPECT_TRUE(play->must(trainer(), EndSession{}) ==
                (std::vector<Event>{SessionEnded{EndReason::trainer}}));
    EXPECT_TRUE(play->state().ending.empty());
}

TEST_F(Endings, count_a_decision_that_was_pending_when_the_session_ended) {
    scenario.decisions[0].deadline_sim_ms = at(1, 10);
    start();
    play->until(60'000);
    take(good);
    EXPECT_TRUE(play->must(trainer(), EndSession{}) ==
                (std::vector<Event>{DecisionTookEffect{d, good}, SessionEnded{EndReason::trainer},
                                    EndingReached{EndingId{"GOOD"}}}));
    EXPECT_EQ(status(), DecisionStatus::taken);
    EXPECT_FALSE(next_due(play->state()));
}

TEST_F(Endings, count_what_is_pending_when_time_is_up) {
    scenario.decisions[0].deadline_sim_ms = at(1, 10);
    start();
    play->until(60'000);
    until(at(1, 9, 59));
    take(good);
    play->run_out();
    EXPECT_EQ(status(), DecisionStatus::taken);
    EXPECT_EQ(play->state().ending, EndingId{"GOOD"});
}

TEST_F(Endings, are_none_in_a_case_that_has_none) {
    scenario.endings.clear();
    start();
    EXPECT_EQ(play->must(trainer(), EndSession{}).size(), 1u);
    EXPECT_TRUE(play->state().ending.empty());
}

TEST_F(Endings, are_none_of_a_session_that_never_started) {
    play.emplace(scenario);
    EXPECT_TRUE(play->must(trainer(), EndSession{}) ==
                (std::vector<Event>{SessionEnded{EndReason::trainer}}));
}

}  // namespace
}  // namespace casustafel::core
