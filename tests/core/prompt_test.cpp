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

// One question in words.
Prompt in_words(const PromptId& id, PromptMoment moment) {
    Prompt prompt;
    prompt.id = id;
    prompt.moment = moment;
    prompt.holds = prompt.scored = false;
    prompt.answer_within_ms = 60'000;
    prompt.questions = {{.id = who, .text = {"Wat?", "What?"}, .form = QuestionForm::text}};
    return prompt;
}

class OtherPrompts : public TimedPlay {
protected:
    static AnswerPrompt said(const PromptId& prompt, const std::string& text) {
        return {prompt, {{who, {}, text}}};
    }
    PromptStatus status(const PromptId& id) const { return status_of(play.state(), id); }

    const PromptId early{"EARLY"}, late{"LATE"}, beside{"BESIDE"};
};

TEST_F(OtherPrompts, of_the_lobby_are_answered_until_the_start) {
    scenario.prompts = {in_words(early, PromptMoment::lobby)};
    const Actor first = play.seat(a), second = play.seat(b);
    EXPECT_EQ(status(early), PromptStatus::open);
    play.must(first, said(early, "rust"));
    play.must(first, said(early, "orde"));
    expect_rejected(play.submit(first, said(early, "orde")), Rejection::already_so);
    expect_rejected(play.submit(second, said(early, "  ")), Rejection::nothing_answered);
    start();
    EXPECT_EQ(status(early), PromptStatus::closed);
    expect_rejected(play.submit(second, said(early, "te laat")), Rejection::no_prompt);
    EXPECT_EQ(play.state().prompts.at(early).answers.at(p1).answers.front().text, "orde");
    EXPECT_TRUE(verify(scenario, play.log()).empty());
}

TEST_F(OtherPrompts, of_after_the_end_are_answered_until_a_trainer_closes_them) {
    scenario.prompts = {in_words(late, PromptMoment::end)};
    const Actor first = play.seat(a);
    start();
    expect_rejected(play.submit(first, said(late, "te vroeg")), Rejection::no_prompt);
    trainer_must(EndSession{});
    play.must(first, said(late, "nu wel"));
    trainer_must(ClosePrompt{late});
    expect_rejected(play.submit(first, said(late, "te laat")), Rejection::session_ended);
    expect_rejected(trainer_does(ClosePrompt{late}), Rejection::session_ended);
    EXPECT_TRUE(verify(scenario, play.log()).empty());
}

TEST_F(OtherPrompts, that_do_not_hold_the_case_let_it_go_on_and_close_by_their_time) {
    scenario.prompts = {in_words(beside, PromptMoment::trainer)};
    const Actor first = play.seat(a);
    play.seat(b);
    start();
    trainer_must(OpenPrompt{beside});
    EXPECT_FALSE(holding_prompt(play.state()));
    const auto before = play.now().sim_ms;
    play.pass(1'000);
    EXPECT_GT(play.now().sim_ms, before);
    play.must(first, EnterMeeting{MeetingId{"M"}});
    play.must(first, said(beside, "ja"));
    EXPECT_EQ(status(beside), PromptStatus::open) << "the other did not answer yet";
    play.pass(60'000);
    EXPECT_EQ(status(beside), PromptStatus::closed);
    EXPECT_TRUE(verify(scenario, play.log()).empty());
}

TEST_F(OtherPrompts, are_there_only_for_whom_they_are_put_to) {
    scenario.prompts = {in_words(beside, PromptMoment::trainer)};
    scenario.prompts[0].to = {a};
    const Actor first = play.seat(a), second = play.seat(b);
    start();
    trainer_must(OpenPrompt{beside});
    expect_rejected(play.submit(second, said(beside, "ik ook")), Rejection::no_prompt);
    const auto events = play.must(first, said(beside, "ja"));
    EXPECT_TRUE(events.back() == Event(PromptClosed{beside})) << "nobody else is waited for";
}

TEST_F(OtherPrompts, of_the_swap_open_while_notes_are_written_and_close_when_seats_change) {
    scenario.prompts = {in_words(beside, PromptMoment::swap)};
    scenario.prompts[0].questions = {{.id = next,
                                      .text = {"Wat wil zij?", "What does she want?"},
                                      .options = {{.id = yes, .right_of = {b}}, {.id = no}},
                                      .about_other = true}};
    const Actor first = play.seat(a);
    play.seat(b);
    start();
    trainer_must(StartSwap{{{a, b}}});
    play.pass(0);
    EXPECT_EQ(status(beside), PromptStatus::open);
    const auto& question = scenario.prompts[0].questions[0];
    EXPECT_EQ(subject_of(play.state(), question, a), b);
    EXPECT_EQ(subject_of(play.state(), question, c), RoleId{});
    play.must(first, AnswerPrompt{beside, {{next, yes}}});
    trainer_must(AdvanceSwap{});
    EXPECT_EQ(status(beside), PromptStatus::closed);
    EXPECT_EQ(subject_of(play.state(), question, a), a) << "sits there now";
    trainer_must(AdvanceSwap{});
    EXPECT_FALSE(play.state().clock.case_held);
    EXPECT_TRUE(verify(scenario, play.log()).empty());
}

TEST_F(OtherPrompts, without_questions_are_a_silence_that_keeps_its_time) {
    Prompt silence;
    silence.id = beside;
    silence.answer_within_ms = 60'000;
    scenario.prompts = {silence};
    const Actor first = play.seat(a);
    start();
    trainer_must(OpenPrompt{beside});
    expect_rejected(play.submit(first, AnswerPrompt{beside, {}}), Rejection::nothing_answered);
    play.pass(59'999);
    EXPECT_TRUE(holding_prompt(play.state()));
    play.pass(1);
    EXPECT_FALSE(holding_prompt(play.state()));
}

TEST_F(OtherPrompts, take_no_more_answers_to_a_question_than_it_asks) {
    scenario.prompts = {in_words(beside, PromptMoment::trainer)};
    PromptQuestion several{.id = next, .text = {"Wie?", "Who?"}, .form = QuestionForm::roles};
    several.options = {{.id = {"A"}}, {.id = {"B"}}, {.id = {"C"}}};
    several.most = 2;
    scenario.prompts[0].questions = {several};
    const Actor first = play.seat(a);
    play.seat(b);
    start();
    trainer_must(OpenPrompt{beside});
    const AnswerPrompt three{beside, {{next, {"A"}}, {next, {"B"}}, {next, {"B"}}, {next, {"C"}}}};
    expect_events(play.submit(first, three),
                  {PromptAnswered{beside, p1, a, {{next, {"B"}}, {next, {"C"}}}}});
}

}  // namespace
}  // namespace casustafel::core
