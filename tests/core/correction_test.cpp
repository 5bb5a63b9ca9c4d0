// The trainer's corrections of the score: what is left out, and why. Nothing in play changes.
#include "server/core/families/digest.hpp"
#include "server/core/rules/verify.hpp"
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::trainer;

class Corrections : public TimedPlay {
protected:
    void begin() {
        first = play.seat(a);
        play.seat(b);
        start();
        const auto events =
            play.must(first, AskForInformation{{b}, PersonId{"P"}, Category::police, {}, "what"});
        target = {CorrectionKind::request, std::get<RequestMade>(events.front()).request, {}};
    }
    Outcome corrected(const CorrectionTarget& what, bool leave_out = true,
                      const std::string& reason = "misclick") {
        return trainer_does(CorrectScore{what, leave_out, reason});
    }

    Actor first;
    CorrectionTarget target;
};

TEST_F(Corrections, name_something_that_happened_and_say_why) {
    begin();
    expect_rejected(corrected(target, true, " "), Rejection::empty_text);
    expect_rejected(corrected({CorrectionKind::request, EntityId{99}, {}}), Rejection::unknown);
    expect_rejected(corrected({CorrectionKind::share, target.made, {}}), Rejection::unknown);
    expect_rejected(corrected({CorrectionKind::decision, {}, DecisionId{"NOWHERE"}}),
                    Rejection::unknown);
    expect_events(corrected(target), {ScoreCorrected{target, true, "misclick"}});
    EXPECT_EQ(play.state().corrections.at(target).reason, "misclick");
    expect_rejected(corrected(target), Rejection::already_so);
}

TEST_F(Corrections, are_taken_back) {
    begin();
    expect_rejected(corrected(target, false), Rejection::already_so);
    corrected(target);
    expect_events(corrected(target, false, "it was meant"),
                  {ScoreCorrected{target, false, "it was meant"}});
    EXPECT_TRUE(play.state().corrections.empty());
}

TEST_F(Corrections, are_possible_after_the_end_and_by_trainers_only) {
    begin();
    trainer_must(EndSession{});
    expect_events(corrected(target), {ScoreCorrected{target, true, "misclick"}});
    expect_rejected(play.submit(first, CorrectScore{target, true, "me"}), Rejection::trainer_only);
    EXPECT_TRUE(verify(scenario, play.log()).empty());
}

TEST_F(Corrections, of_one_thing_are_one_whatever_else_is_named) {
    begin();
    auto more = target;
    more.decision = DecisionId{"D"};
    corrected(more);
    EXPECT_TRUE(play.state().corrections.contains(target));
}

}  // namespace
}  // namespace casustafel::core
