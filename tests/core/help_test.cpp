// Pauses and help that participants call for, whispers, and bookmarked moments.
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::trainer;

class Help : public TimedPlay {
protected:
    Help() {
        first = play.seat(a);
        start();
    }

    Actor first;
};

TEST_F(Help, begins_with_a_pause_that_anybody_may_call) {
    const auto visitor = guest();
    expect_events(play.submit(visitor, CallPause{}),
                  {PauseCalled{visitor.participant}, SessionPaused{}});
    EXPECT_EQ(play.state().phase, SessionPhase::paused);
    EXPECT_EQ(play.state().pause_called_by, visitor.participant);
    expect_rejected(play.submit(first, CallPause{}), Rejection::already_so);
    trainer_must(ResumeSession{});
    EXPECT_EQ(play.state().pause_called_by, ParticipantId::nobody);
    trainer_must(PauseSession{});
    EXPECT_EQ(play.state().pause_called_by, ParticipantId::nobody);
    trainer_must(ResumeSession{});
    play.must(first, CallPause{});
}

TEST_F(Help, is_called_for_with_or_without_words_and_answered_once) {
    const auto called = std::get<HelpCalled>(play.must(first, CallForHelp{"stuck"}).front());
    EXPECT_EQ(called.participant, p1);
    EXPECT_EQ(called.text, "stuck");
    const auto wordless = std::get<HelpCalled>(play.must(first, CallForHelp{}).front());
    EXPECT_NE(called.call, wordless.call);
    EXPECT_FALSE(play.state().help_calls.at(called.call).answered);
    expect_events(trainer_does(AnswerHelp{called.call}), {HelpAnswered{called.call}});
    EXPECT_TRUE(play.state().help_calls.at(called.call).answered);
    EXPECT_FALSE(play.state().help_calls.at(wordless.call).answered);
    expect_rejected(trainer_does(AnswerHelp{called.call}), Rejection::already_so);
    expect_rejected(trainer_does(AnswerHelp{EntityId{12345}}), Rejection::unknown);
}

TEST_F(Help, can_be_called_for_in_a_pause_and_in_a_swap) {
    trainer_must(StartSwap{{{a, b}}});
    play.must(first, CallForHelp{"what is a handover note"});
    play.must(first, CallPause{});
    play.must(first, CallForHelp{"and now"});
}

TEST_F(Help, is_bounded) {
    for (std::size_t number = 0; number < limits::help_calls; ++number)
        play.must(first, CallForHelp{});
    expect_rejected(play.submit(first, CallForHelp{}), Rejection::too_much);
}

TEST_F(Help, is_whispered_to_one_role_also_before_somebody_sits_there) {
    const auto whispered = std::get<Whispered>(trainer_must(Whisper{b, "ask A"}).front());
    EXPECT_EQ(whispered.to, b);
    EXPECT_EQ(play.state().whispers.at(whispered.whisper).event.text, "ask A");
    expect_rejected(trainer_does(Whisper{nowhere, "hello"}), Rejection::unknown);
    expect_rejected(trainer_does(Whisper{b, " \n"}), Rejection::empty_text);
    for (std::size_t number = 1; number < limits::whispers; ++number)
        trainer_must(Whisper{b, "again"});
    expect_rejected(trainer_does(Whisper{b, "again"}), Rejection::too_much);
}

TEST_F(Help, of_the_debrief_are_moments_that_the_trainer_bookmarks) {
    play.pass(1'000);
    const auto marked =
        std::get<MomentBookmarked>(trainer_must(BookmarkMoment{"the silence"}).front());
    EXPECT_EQ(play.state().moments.at(marked.moment).title, "the silence");
    EXPECT_EQ(play.state().moments.at(marked.moment).at, play.now());
    expect_rejected(trainer_does(BookmarkMoment{""}), Rejection::empty_text);
    for (std::size_t number = 1; number < limits::moments; ++number)
        trainer_must(BookmarkMoment{"again"});
    expect_rejected(trainer_does(BookmarkMoment{"again"}), Rejection::too_much);
}

}  // namespace
}  // namespace casustafel::core
