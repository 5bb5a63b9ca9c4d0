// The swap: writing, the change of seats, reading, and the case that waits for it.
#include "server/core/rules/verify.hpp"
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::participant;
using support::trainer;

class Swap : public TimedPlay {
protected:
    void begin() {
        first = play.seat(a);
        second = play.seat(b);
        start();
    }

    // A swap of A and B under way, at D0 09:02.
    void swapping() {
        begin();
        play.pass(1'000);
        trainer_must(StartSwap{{{a, b}}});
    }

    SwapStage stage() const { return play.state().swap.stage; }

    // What the change of seats between A and B brings when both are people.
    RolesSwapped exchange(std::int64_t until_active_ms) const {
        return {{{a, p2, false, false}, {b, p1, false, false}},
                until_active_ms,
                limits::swap_term_extension_ms};
    }

    EntityId asked(const Actor& by, std::vector<RoleId> to) {
        const auto events = play.must(
            by, AskForInformation{std::move(to), PersonId{"P"}, Category::police, {}, "what"});
        return std::get<RequestMade>(events.front()).request;
    }

    const std::vector<std::int64_t>& terms(EntityId request) const {
        return play.state().requests.at(request).event.term_ends_sim_ms;
    }

    Actor first, second;
};

TEST_F(Swap, holds_the_case_while_active_time_runs) {
    begin();
    play.pass(1'000);
    expect_events(trainer_does(StartSwap{{{a, b}}}), {SwapStarted{{{a, b}}, 1'000 + 180'000}});
    EXPECT_EQ(stage(), SwapStage::writing);
    play.pass(100'000);
    EXPECT_EQ(play.now(), (Stamp{101'000, 101'000, at(0, 9, 2)}));
    EXPECT_FALSE(holding(play.state(), b, ItemId{"I-LATER"})) << "due at 30 seconds";
}

TEST_F(Swap, goes_through_its_stages_by_its_own_time) {
    swapping();
    play.pass(180'000);
    EXPECT_TRUE(last_of_the_clock() == std::vector<Event>{exchange(361'000)});
    EXPECT_EQ(stage(), SwapStage::reading);
    play.pass(180'000);
    EXPECT_TRUE(last_of_the_clock() == std::vector<Event>{SwapFinished{}});
    EXPECT_EQ(stage(), SwapStage::none);
    EXPECT_EQ(play.state().swap.count, 1);
    play.pass(1'000);
    EXPECT_EQ(play.now(), (Stamp{362'000, 362'000, at(0, 9, 4)}));
    play.pass(28'000);
    EXPECT_TRUE(holding(play.state(), b, ItemId{"I-LATER"})) << "the case goes on";
}

TEST_F(Swap, takes_the_times_that_the_scenario_gives) {
    scenario.swap = SwapPlan{2, {{a, c}}, 5'000, 7'000};
    begin();
    expect_events(trainer_does(StartSwap{}), {SwapStarted{{{a, c}}, 5'000}});
    play.pass(5'000);
    play.pass(6'999);
    EXPECT_EQ(stage(), SwapStage::reading);
    play.pass(1);
    EXPECT_EQ(stage(), SwapStage::none);
}

TEST_F(Swap, changes_seats_at_once_when_everybody_is_ready_and_goes_on_when_all_have_read) {
    swapping();
    play.pass(2'000);
    expect_events(play.submit(first, SayReady{}), {RoleReady{a}});
    expect_rejected(play.submit(first, SayReady{}), Rejection::already_so);
    expect_events(play.submit(second, SayReady{}), {RoleReady{b}, exchange(183'000)});
    EXPECT_EQ(seat(a).occupant, p2);
    EXPECT_EQ(seat(b).occupant, p1);
    EXPECT_EQ(seat(a).former, std::set<ParticipantId>{p1});
    play.must(participant(p1, b), SayReady{});
    expect_events(play.submit(participant(p2, a), SayReady{}), {RoleReady{a}, SwapFinished{}});
    EXPECT_FALSE(play.state().clock.case_held);
}

TEST_F(Swap, refuses_acts_typed_for_the_old_role_and_never_does_them_for_the_new_one) {
    swapping();
    trainer_must(AdvanceSwap{});
    expect_rejected(play.submit(first, SayReady{}), Rejection::role_changed);
    trainer_must(AdvanceSwap{});
    expect_rejected(play.submit(first, ReadItem{start_item}), Rejection::role_changed);
    expect_rejected(play.submit(second, PutUpForTriage{"reason"}), Rejection::role_changed);
    play.must(participant(p2, a), ReadItem{start_item});
}

TEST_F(Swap, is_carried_on_by_the_trainer) {
    swapping();
    expect_events(trainer_does(AdvanceSwap{}), {exchange(181'000)});
    expect_events(trainer_does(AdvanceSwap{}), {SwapFinished{}});
    expect_rejected(trainer_does(AdvanceSwap{}), Rejection::no_swap);
}

TEST_F(Swap, is_called_off_only_while_people_write) {
    begin();
    expect_rejected(trainer_does(CancelSwap{}), Rejection::no_swap);
    trainer_must(StartSwap{{{a, b}}});
    expect_events(trainer_does(CancelSwap{}), {SwapCancelled{}});
    EXPECT_EQ(seat(a).occupant, p1);
    EXPECT_EQ(play.state().swap.count, 0);
    EXPECT_FALSE(play.state().clock.case_held);
    trainer_must(StartSwap{{{a, b}}});
    trainer_must(AdvanceSwap{});
    expect_rejected(trainer_does(CancelSwap{}), Rejection::no_swap);
}

TEST_F(Swap, takes_pairs_of_different_roles_that_people_play) {
    role(c).autopilot = AutopilotUse::always;
    begin();
    expect_rejected(trainer_does(StartSwap{}), Rejection::nothing_to_swap);
    expect_rejected(trainer_does(StartSwap{{{a, a}}}), Rejection::nothing_to_swap);
    expect_rejected(trainer_does(StartSwap{{{a, b}, {b, a}}}), Rejection::nothing_to_swap);
    expect_rejected(trainer_does(StartSwap{{{a, nowhere}}}), Rejection::unknown);
    expect_rejected(trainer_does(StartSwap{{{a, c}}}), Rejection::role_is_autopilots);
    trainer_must(StartSwap{{{a, b}}});
    expect_rejected(trainer_does(StartSwap{{{a, b}}}), Rejection::swap_under_way);
}

TEST_F(Swap, comes_by_itself_after_its_round_in_the_record_of_the_next_segment) {
    scenario.swap = SwapPlan{1, {{a, b}}, 5'000, 5'000};
    begin();
    play.pass(60'000);
    EXPECT_TRUE(last_of_the_clock() ==
                (std::vector<Event>{SegmentEntered{1}, SwapStarted{{{a, b}}, 65'000}}));
    EXPECT_EQ(play.now().sim_ms, at(1, 9));
    EXPECT_FALSE(holding(play.state(), a, ItemId{"I-MORNING"}));
    play.must(first, WriteHandoverNote{"for who comes", {}, {}});
    play.pass(10'000);
    EXPECT_TRUE(holding(play.state(), a, ItemId{"I-MORNING"})) << "what came due waits for it";
    EXPECT_EQ(holding(play.state(), a, ItemId{"I-MORNING"})->since_sim_ms, at(1, 9));
}

TEST_F(Swap, does_not_come_by_itself_when_there_was_one_already) {
    scenario.swap = SwapPlan{1, {{a, b}}, 5'000, 5'000};
    begin();
    trainer_must(StartSwap{{{a, c}}});
    trainer_must(AdvanceSwap{});
    trainer_must(AdvanceSwap{});
    play.pass(60'000);
    EXPECT_EQ(play.state().clock.segment, 1);
    EXPECT_EQ(stage(), SwapStage::none);
}

TEST_F(Swap, can_be_repeated_a_limited_number_of_times) {
    begin();
    for (std::size_t number = 0; number < limits::swaps; ++number) {
        trainer_must(StartSwap{{{a, b}}});
        trainer_must(AdvanceSwap{});
        trainer_must(AdvanceSwap{});
    }
    expect_rejected(trainer_does(StartSwap{{{a, b}}}), Rejection::too_much);
}

TEST_F(Swap, asks_for_a_new_note_each_time_and_keeps_the_old_one_until_then) {
    begin();
    const WriteHandoverNote note{"the same words", {}, {}};
    trainer_must(StartSwap{{{a, c}}});
    play.must(first, note);
    trainer_must(AdvanceSwap{});
    trainer_must(AdvanceSwap{});
    trainer_must(StartSwap{{{a, b}}});
    EXPECT_FALSE(play.state().swap.written.contains(a));
    EXPECT_EQ(play.state().swap.notes.at(a).text, note.text);
    const auto now_there = participant(p2, b);
    play.must(now_there, note);
    expect_rejected(play.submit(now_there, note), Rejection::already_so);
}

TEST_F(Swap, hands_over_notes_that_link_what_the_role_knows) {
    begin();
    const auto request = asked(first, {b});
    trainer_must(StartSwap{{{a, c}}});
    const WriteHandoverNote note{"B owes us an answer", {start_item}, {request}};
    expect_events(play.submit(first, note),
                  {HandoverNoteWritten{a, note.text, {start_item}, {request}}});
    expect_rejected(play.submit(first, note), Rejection::already_so);
    expect_rejected(play.submit(first, WriteHandoverNote{" ", {}, {}}), Rejection::empty_text);
    expect_rejected(play.submit(first, WriteHandoverNote{"x", {ItemId{"I-HAND"}}, {}}),
                    Rejection::unknown);
    expect_rejected(play.submit(first, WriteHandoverNote{"x", {}, {EntityId{4}}}),
                    Rejection::unknown);
    // B stays where it is.
    expect_rejected(play.submit(second, note), Rejection::no_swap);
    expect_rejected(play.submit(second, SayReady{}), Rejection::no_swap);
    play.must(first, WriteHandoverNote{"only this", {}, {}});
    EXPECT_EQ(play.state().swap.notes.at(a).text, "only this");
    trainer_must(AdvanceSwap{});
    expect_rejected(play.submit(participant(p1, c), WriteHandoverNote{"late", {}, {}}),
                    Rejection::no_swap);
    trainer_must(AdvanceSwap{});
    EXPECT_EQ(play.state().swap.notes.at(a).text, "only this") << "kept for who sits there now";
}

// What others asked of each other is hidden: a note must be judged the same with and without it.
TEST_F(Swap, judges_a_note_by_what_its_role_can_see_alone) {
    begin();
    const EntityId mine = asked(first, {b});
    const WriteHandoverNote twice{"x", {}, {mine, mine}};
    play.pass(1'000);
    trainer_must(StartSwap{{{a, b}}});
    expect_rejected(play.submit(first, twice), Rejection::too_much);
}

TEST_F(Swap, judges_a_note_the_same_when_others_asked_each_other) {
    begin();
    const Actor third = play.seat(c);
    const EntityId mine = asked(first, {b});
    asked(third, {b});
    const WriteHandoverNote twice{"x", {}, {mine, mine}};
    play.pass(1'000);
    trainer_must(StartSwap{{{a, b}}});
    expect_rejected(play.submit(first, twice), Rejection::too_much);
}

TEST_F(Swap, leaves_dossier_requests_and_presence_with_the_role) {
    begin();
    const auto request = asked(first, {b});
    play.must(first, EnterMeeting{MeetingId{"M"}});
    trainer_must(StartSwap{{{a, b}}});
    trainer_must(AdvanceSwap{});
    trainer_must(AdvanceSwap{});
    EXPECT_TRUE(play.state().present.at(MeetingId{"M"}).contains(a));
    play.must(participant(p2, a), LeaveMeeting{MeetingId{"M"}});
    play.must(participant(p2, a), ReadItem{start_item});
    expect_rejected(play.submit(second, AnswerNotHere{request}), Rejection::role_changed);
    play.must(participant(p1, b), AnswerNotHere{request});
}

TEST_F(Swap, lets_the_terms_of_open_answers_stand_still_and_of_no_others) {
    begin();
    play.seat(c);
    const auto open = asked(first, {b, c});
    play.must(second, AnswerNotHere{open});
    const auto ends = terms(open);
    ASSERT_EQ(ends, (std::vector<std::int64_t>{at(0, 10), at(0, 10)}));
    trainer_must(StartSwap{{{a, b}}});
    trainer_must(AdvanceSwap{});
    EXPECT_EQ(terms(open), (std::vector<std::int64_t>{at(0, 10), at(0, 10, 5)}));
}

TEST_F(Swap, leaves_an_answer_late_that_was_late) {
    begin();
    const auto late = asked(first, {b});
    play.pass(45'000);
    ASSERT_EQ(play.now().sim_ms, at(0, 10, 30));
    const auto still_open = asked(first, {b});
    trainer_must(StartSwap{{{a, b}}});
    trainer_must(AdvanceSwap{});
    EXPECT_EQ(terms(late).front(), at(0, 10));
    EXPECT_EQ(terms(still_open).front(), at(1, 9, 35)) << "not across the cut";
}

}  // namespace
}  // namespace casustafel::core
