// Swaps on bad days: somebody gone, nobody there, a pause, an end, a crash, things due meanwhile.
#include "server/core/families/digest.hpp"
#include "server/core/rules/verify.hpp"
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::host;
using support::participant;
using support::trainer;

class SwapOnABadDay : public TimedPlay {
protected:
    SwapOnABadDay() {
        first = play.seat(a);
        second = play.seat(b);
        start();
        play.pass(1'000);
    }

    void swapping(const RoleId& one, const RoleId& other) {
        trainer_must(StartSwap{{{one, other}}});
    }

    SwapStage stage() const { return play.state().swap.stage; }

    // A log whose every record the clock and decide still agree with.
    void TearDown() override {
        auto log = play.log();
        log.back().digest = digest(play.state());
        EXPECT_TRUE(verify(scenario, log).empty());
    }

    Actor first, second;
};

TEST_F(SwapOnABadDay, moves_an_empty_seat_as_it_is) {
    swapping(a, c);
    expect_events(play.submit(first, SayReady{}),
                  {RoleReady{a}, RolesSwapped{{{a, {}, false, false}, {c, p1, false, false}},
                                              181'000,
                                              limits::swap_term_extension_ms}});
    EXPECT_FALSE(is_played(seat(a)));
    EXPECT_EQ(seat(c).occupant, p1);
}

TEST_F(SwapOnABadDay, leaves_nobody_present_where_nobody_plays_any_more) {
    play.must(first, EnterMeeting{MeetingId{"M"}});
    play.must(second, EnterMeeting{MeetingId{"M"}});
    swapping(a, c);
    const auto events = trainer_must(AdvanceSwap{});
    EXPECT_TRUE(events.front() == Event(MeetingLeft{a, MeetingId{"M"}}));
    EXPECT_EQ(play.state().present.at(MeetingId{"M"}), std::set<RoleId>{b});
}

TEST_F(SwapOnABadDay, moves_autopilots_and_stand_ins_along) {
    trainer_must(SeatAutopilot{c});
    swapping(a, c);
    trainer_must(AdvanceSwap{});
    EXPECT_TRUE(seat(a).autopilot);
    EXPECT_FALSE(seat(c).autopilot);
    EXPECT_EQ(seat(a).autopilot_since_sim_ms, at(0, 9, 2));
    trainer_must(AdvanceSwap{});
    trainer_must(StandIn{a});
    swapping(a, c);
    auto standing_in = in_role(trainer(), a);
    play.must(standing_in, WriteHandoverNote{"from the trainer", {}, {}});
    trainer_must(AdvanceSwap{});
    EXPECT_TRUE(seat(c).stand_in);
    EXPECT_EQ(seat(a).occupant, p1);
}

TEST_F(SwapOnABadDay, waits_its_time_when_nobody_is_there_to_wait_for) {
    trainer_must(ReleaseRole{a});
    swapping(a, c);
    EXPECT_EQ(stage(), SwapStage::writing);
    play.pass(180'000);
    EXPECT_EQ(stage(), SwapStage::reading);
    play.pass(180'000);
    EXPECT_EQ(stage(), SwapStage::none);
}

TEST_F(SwapOnABadDay, goes_on_without_one_who_leaves_in_the_middle) {
    swapping(a, b);
    play.must(first, SayReady{});
    const auto events = play.must(second, LeaveSession{});
    EXPECT_TRUE(events ==
                (std::vector<Event>{RoleReleased{p2, b}, ParticipantLeft{p2},
                                    RolesSwapped{{{a, {}, false, false}, {b, p1, false, false}},
                                                 181'000,
                                                 limits::swap_term_extension_ms}}));
    EXPECT_EQ(seat(b).occupant, p1);
    EXPECT_FALSE(is_played(seat(a)));
    play.must(participant(p1, b), SayReady{});
    EXPECT_EQ(stage(), SwapStage::none);
}

TEST_F(SwapOnABadDay, goes_on_without_one_whom_the_trainer_releases_or_replaces) {
    swapping(a, b);
    play.must(first, SayReady{});
    trainer_must(ReleaseRole{b});
    EXPECT_EQ(stage(), SwapStage::reading);
    EXPECT_EQ(seat(b).occupant, p1);
    play.seat(a);
    play.must(participant(p1, b), SayReady{});
    trainer_must(SeatAutopilot{a});
    EXPECT_EQ(stage(), SwapStage::none);
}

TEST_F(SwapOnABadDay, keeps_waiting_for_who_is_left_when_one_leaves) {
    swapping(a, b);
    play.must(second, LeaveSession{});
    EXPECT_EQ(stage(), SwapStage::writing);
    play.must(first, SayReady{});
    EXPECT_EQ(stage(), SwapStage::reading);
}

TEST_F(SwapOnABadDay, does_not_take_the_word_of_who_sat_there_for_who_sits_there) {
    swapping(a, b);
    play.must(first, SayReady{});
    trainer_must(ReleaseRole{a});
    play.seat(a);
    play.must(second, SayReady{});
    EXPECT_EQ(stage(), SwapStage::writing) << "whoever came has not said so";
}

TEST_F(SwapOnABadDay, does_not_wait_for_one_who_has_been_away_two_minutes) {
    play.must(host(), NoteConnection{p2, false});
    swapping(a, b);
    play.pass(limits::absence_after_ms);
    ASSERT_TRUE(play.state().participants.at(p2).absent);
    play.must(first, SayReady{});
    EXPECT_EQ(stage(), SwapStage::reading);
    EXPECT_EQ(seat(a).occupant, p2) << "the seat is kept";
    play.must(host(), NoteConnection{p2, true});
    play.must(participant(p2, a), SayReady{});
    EXPECT_EQ(stage(), SwapStage::reading) << "B has not said so";
}

TEST_F(SwapOnABadDay, goes_on_by_itself_when_the_one_it_waits_for_has_been_away_two_minutes) {
    swapping(a, b);
    play.must(first, SayReady{});
    play.must(host(), NoteConnection{p2, false});
    play.pass(limits::absence_after_ms - 1);
    EXPECT_EQ(stage(), SwapStage::writing);
    play.pass(1);
    EXPECT_EQ(stage(), SwapStage::reading);
    EXPECT_TRUE(last_of_the_clock() ==
                (std::vector<Event>{AbsenceStarted{p2},
                                    RolesSwapped{{{a, p2, false, false}, {b, p1, false, false}},
                                                 limits::absence_after_ms + 181'000,
                                                 limits::swap_term_extension_ms}}));
}

TEST_F(SwapOnABadDay, stands_still_in_a_pause_that_anybody_may_call) {
    swapping(a, b);
    play.pass(10'000);
    play.must(first, CallPause{});
    play.pass(1'000'000);
    EXPECT_EQ(stage(), SwapStage::writing);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 2));
    trainer_must(ResumeSession{});
    play.pass(169'999);
    EXPECT_EQ(stage(), SwapStage::writing);
    play.pass(1);
    EXPECT_EQ(stage(), SwapStage::reading);
}

TEST_F(SwapOnABadDay, is_carried_on_or_called_off_in_a_pause_and_time_waits_for_the_resume) {
    trainer_must(PauseSession{});
    swapping(a, b);
    trainer_must(CancelSwap{});
    swapping(a, b);
    trainer_must(AdvanceSwap{});
    trainer_must(AdvanceSwap{});
    play.pass(50'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 2));
    trainer_must(ResumeSession{});
    play.pass(1'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 4));
}

TEST_F(SwapOnABadDay, ends_with_the_session) {
    swapping(a, b);
    trainer_must(EndSession{});
    EXPECT_EQ(stage(), SwapStage::none);
    EXPECT_EQ(seat(a).occupant, p1);
    EXPECT_FALSE(next_due(play.state()));
    play.pass(1'000'000);
}

TEST_F(SwapOnABadDay, keeps_its_pace_when_the_speed_changes) {
    swapping(a, b);
    trainer_must(SetSpeed{5'000});
    play.pass(179'999);
    EXPECT_EQ(stage(), SwapStage::writing);
    play.pass(1);
    EXPECT_EQ(stage(), SwapStage::reading);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 2));
}

TEST_F(SwapOnABadDay, lets_what_the_trainer_fired_take_effect_meanwhile) {
    trainer_must(FireInject{InjectId{"HAND"}});
    swapping(a, b);
    play.pass(10'000);
    EXPECT_TRUE(holding(play.state(), b, ItemId{"I-HAND"}));
    EXPECT_EQ(holding(play.state(), b, ItemId{"I-HAND"})->since_sim_ms, at(0, 9, 2));
}

TEST_F(SwapOnABadDay, does_not_lose_what_comes_due_at_the_instant_it_starts) {
    scenario.swap = SwapPlan{1, {{a, b}}, 5'000, 5'000};
    play.pass(59'000);
    ASSERT_EQ(stage(), SwapStage::writing);
    play.must(first, CallForHelp{});
    play.must(first, SayReady{});
    play.must(second, SayReady{});
    play.must(participant(p1, b), SayReady{});
    play.must(participant(p2, a), SayReady{});
    play.pass(0);
    EXPECT_TRUE(holding(play.state(), a, ItemId{"I-MORNING"})) << "commands came in between";
}

TEST_F(SwapOnABadDay, gives_one_person_with_both_roles_both_again) {
    trainer_must(AssignRole{p1, c, false});
    swapping(a, c);
    play.must(in_role(first, a), SayReady{});
    EXPECT_EQ(stage(), SwapStage::writing);
    play.must(in_role(first, c), SayReady{});
    EXPECT_EQ(roles(first), (std::vector<RoleId>{a, c}));
}

TEST_F(SwapOnABadDay, goes_on_after_a_recovery_in_any_stage) {
    swapping(a, b);
    for (const auto expected : {SwapStage::writing, SwapStage::reading}) {
        State folded = initial(scenario);
        for (const auto& record : play.log()) apply(folded, record);
        EXPECT_EQ(digest(folded), digest(play.state()));
        EXPECT_EQ(folded.swap.stage, expected);
        EXPECT_EQ(next_due(folded), next_due(play.state()));
        play.must(host(), NoteRecovery{});
        trainer_must(AdvanceSwap{});
    }
    EXPECT_EQ(stage(), SwapStage::none);
}

}  // namespace
}  // namespace casustafel::core
