// Freeze prompts: everybody answers a few questions while the case stands still.
#include "server/core/rules/verify.hpp"
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::host;
using support::participant;
using support::trainer;

const PromptId regie{"REGIE"};
const QuestionId who{"WHO"}, next{"NEXT"};
const OptionId yes{"YES"}, no{"NO"};

class Prompts : public TimedPlay {
protected:
    Prompts() {
        Prompt prompt;
        prompt.id = regie;
        prompt.answer_within_ms = 60'000;
        Check accepted;
        accepted.kind = CheckKind::triage_accepted;
        prompt.questions = {
            {who, {"Wie?", "Who?"}, {{yes, {"A", "A"}, true, {}}, {no, {"B", "B"}, false, {}}}},
            {next,
             {"Wat dan?", "What next?"},
             {{yes, {"C", "C"}, false, {accepted}}, {no, {"D", "D"}, true, {}}},
             true}};
        scenario.prompts = {prompt};
    }

    void begin() {
        first = play.seat(a);
        second = play.seat(b);
        start();
        play.pass(1'000);
    }
    void asking() {
        begin();
        trainer_must(OpenPrompt{regie});
    }
    static AnswerPrompt answer(const OptionId& to_who) { return {regie, {{who, to_who}}}; }
    const PromptState& now() const { return play.state().prompts.at(regie); }

    Actor first, second;
};

TEST_F(Prompts, hold_the_case_until_all_have_answered) {
    begin();
    expect_events(trainer_does(OpenPrompt{regie}), {PromptOpened{regie, 61'000}});
    expect_rejected(play.submit(first, ReadItem{ItemId{"NOWHERE"}}), Rejection::unknown);
    expect_rejected(play.submit(first, EnterMeeting{MeetingId{"M"}}), Rejection::prompt_open);
    play.pass(20'000);
    EXPECT_EQ(play.now(), (Stamp{21'000, 21'000, at(0, 9, 2)}));
    expect_events(play.submit(first, answer(yes)), {PromptAnswered{regie, p1, a, {{who, yes}}}});
    expect_events(play.submit(second, answer(no)),
                  {PromptAnswered{regie, p2, b, {{who, no}}}, PromptClosed{regie},
                   PromptJudged{regie, who, {yes}}});
    EXPECT_FALSE(holding_prompt(play.state()));
    play.must(first, EnterMeeting{MeetingId{"M"}});
    play.pass(1'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9, 4)) << "the case goes on";
}

TEST_F(Prompts, take_the_last_answer_and_one_to_each_question) {
    asking();
    play.must(first, answer(yes));
    expect_rejected(play.submit(first, answer(yes)), Rejection::already_so);
    const AnswerPrompt twice{regie, {{who, yes}, {next, yes}, {who, no}}};
    expect_events(play.submit(first, twice),
                  {PromptAnswered{regie, p1, a, {{who, no}, {next, yes}}}});
    expect_rejected(play.submit(first, AnswerPrompt{regie, {}}), Rejection::nothing_answered);
    expect_rejected(play.submit(first, AnswerPrompt{regie, {{who, OptionId{"NOWHERE"}}}}),
                    Rejection::unknown);
    expect_rejected(play.submit(first, AnswerPrompt{regie, {{QuestionId{"NOWHERE"}, yes}}}),
                    Rejection::unknown);
    expect_rejected(play.submit(first, AnswerPrompt{PromptId{"NOWHERE"}, {{who, yes}}}),
                    Rejection::no_prompt);
}

TEST_F(Prompts, close_by_their_time_or_by_the_trainer) {
    asking();
    play.must(first, answer(no));
    play.pass(60'000);
    EXPECT_TRUE(last_of_the_clock() ==
                (std::vector<Event>{PromptClosed{regie}, PromptJudged{regie, who, {yes}}}));
    expect_rejected(trainer_does(ClosePrompt{regie}), Rejection::no_prompt);
    expect_rejected(trainer_does(OpenPrompt{regie}), Rejection::already_so);
    expect_rejected(play.submit(second, answer(no)), Rejection::no_prompt);
}

TEST_F(Prompts, open_by_themselves_at_their_time_and_close_early_when_told) {
    scenario.prompts[0].at_sim_ms = at(0, 9, 10);
    begin();
    play.pass(4'000);
    EXPECT_TRUE(last_of_the_clock() == (std::vector<Event>{PromptOpened{regie, 65'000}}));
    EXPECT_EQ(now().at_sim_ms, at(0, 9, 10));
    expect_events(trainer_does(ClosePrompt{regie}),
                  {PromptClosed{regie}, PromptJudged{regie, who, {yes}}});
    play.pass(10'000);
    EXPECT_EQ(now().status, PromptStatus::closed) << "not asked again";
}

TEST_F(Prompts, wait_for_no_one_who_is_away_has_left_or_never_sat_down) {
    play.must(support::newcomer(), JoinSession{});
    asking();
    play.must(host(), NoteConnection{second.participant, false});
    play.must(first, answer(yes));
    EXPECT_TRUE(holding_prompt(play.state())) << "somebody may come back within two minutes";
    play.must(host(), NoteConnection{second.participant, true});
    const auto events = play.must(participant(second.participant), LeaveSession{});
    EXPECT_TRUE(events.back() == Event(PromptJudged{regie, who, {yes}}));
}

TEST_F(Prompts, judge_what_was_predicted_at_the_end) {
    asking();
    play.must(first, AnswerPrompt{regie, {{next, no}}});
    play.must(second, AnswerPrompt{regie, {{next, yes}}});
    EXPECT_FALSE(now().right.contains(next));
    const auto events = trainer_must(EndSession{});
    EXPECT_TRUE(events.front() == Event(PromptJudged{regie, next, {no}}))
        << "the case was not accepted for triage";
}

TEST_F(Prompts, left_open_are_closed_and_judged_by_the_end) {
    asking();
    const auto events = trainer_must(EndSession{});
    ASSERT_GE(events.size(), 4u);
    EXPECT_TRUE(events[0] == Event(PromptClosed{regie}));
    EXPECT_TRUE(events[1] == Event(PromptJudged{regie, who, {yes}}));
    EXPECT_TRUE(events[2] == Event(PromptJudged{regie, next, {no}}));
}

TEST_F(Prompts, and_swaps_wait_for_each_other) {
    asking();
    expect_rejected(trainer_does(StartSwap{{{a, b}}}), Rejection::prompt_open);
    trainer_must(ClosePrompt{regie});
    trainer_must(StartSwap{{{a, b}}});
    expect_rejected(trainer_does(OpenPrompt{regie}), Rejection::swap_under_way);
}

TEST_F(Prompts, stand_still_in_a_pause) {
    asking();
    play.must(first, CallPause{});
    expect_rejected(play.submit(first, answer(yes)), Rejection::session_paused);
    play.pass(100'000);
    trainer_must(ResumeSession{});
    play.pass(59'999);
    EXPECT_TRUE(holding_prompt(play.state()));
    play.pass(1);
    EXPECT_FALSE(holding_prompt(play.state()));
}

TEST_F(Prompts, are_not_answered_by_a_trainer_who_stands_in) {
    begin();
    trainer_must(StandIn{c});
    trainer_must(OpenPrompt{regie});
    auto standing_in = trainer();
    standing_in.role = c;
    expect_rejected(play.submit(standing_in, answer(yes)), Rejection::participant_only);
}

TEST_F(Prompts, are_decided_again_the_same_by_every_replay) {
    asking();
    play.must(first, answer(yes));
    play.must(second, answer(yes));
    trainer_must(EndSession{});
    EXPECT_TRUE(verify(scenario, play.log()).empty());
}

}  // namespace
}  // namespace casustafel::core
