// Interventions that are filled in, used more than once, and answered from outside the tables.
#include "server/core/rules/verify.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::trainer;

const FieldId where{"where"}, why{"why"}, who{"who"};
const ReplyId fits{"FITS"}, other{"OTHER"};
constexpr std::int64_t half_hour_ms = 30 * 60'000;

class Inquiries : public StoryTest {
protected:
    Inquiries() {
        Intervention& asked = scenario.interventions[0];
        asked.consequences.clear();
        asked.times = 2;
        asked.fields = {{where, {}, FieldKind::choice, {{{"HOME"}, {}}, {{"AWAY"}, {}}}},
                        {why, {}, FieldKind::text, {}, true},
                        {who, {}, FieldKind::person, {}, true}};
        Reply first;
        first.id = fits;
        first.to = {{where, "AWAY"}};
        first.after_ms = half_hour_ms;
        first.consequences = {moves(Track::safety, 2, half_hour_ms)};
        Reply last;
        last.id = other;
        asked.replies = {first, last};
    }
    UseIntervention use(std::vector<FilledIn> filled_in) const {
        return {help, {}, "words", std::move(filled_in)};
    }
    const Inquiry& only() const { return play->state().inquiries.begin()->second; }
};

TEST_F(Inquiries, get_the_first_reply_that_fits_after_its_time) {
    start();
    play->must(at_b, use({{where, "AWAY"}}));
    EXPECT_EQ(only().event.reply, fits) << "settled when it is asked";
    until(at(0, 9, 29));
    EXPECT_FALSE(only().answered);
    until(at(0, 9, 31));
    EXPECT_TRUE(only().answered);
    EXPECT_EQ(only().answer.reply, fits);
    EXPECT_EQ(track(Track::safety), 5);
    until(at(0, 10, 1));
    EXPECT_EQ(track(Track::safety), 7) << "what comes of an answer comes after it";
}

TEST_F(Inquiries, look_at_how_things_stand_when_they_are_made) {
    scenario.interventions[0].replies[0].when = {taken(good)};
    start();
    play->must(at_b, use({{where, "AWAY"}}));
    EXPECT_EQ(only().event.reply, other);
    take(good);
    play->run_out();
    EXPECT_EQ(only().answer.reply, other);
}

TEST_F(Inquiries, are_made_as_often_as_the_case_lets_all_together) {
    start();
    play->must(at_b, use({{where, "HOME"}}));
    play->must(at_b, use({{where, "HOME"}}));
    EXPECT_EQ(play->state().inquiries.size(), 2u);
    EXPECT_EQ(refusal(at_b, use({{where, "HOME"}})), Rejection::already_used);
}

TEST_F(Inquiries, that_bring_the_same_twice_bring_it_twice) {
    start();
    play->must(at_b, use({{where, "AWAY"}}));
    play->must(at_b, use({{where, "AWAY"}}));
    play->run_out();
    EXPECT_EQ(happened<ConsequenceCame>().size(), 2u + 2u) << "beside the decision's, the clock's";
    EXPECT_EQ(track(Track::safety), 9);
}

TEST_F(Inquiries, refuse_a_form_that_is_not_filled_in_as_it_asks) {
    start();
    EXPECT_EQ(refusal(at_b, use({})), Rejection::not_filled_in);
    EXPECT_EQ(refusal(at_b, use({{why, "so"}})), Rejection::not_filled_in);
    EXPECT_EQ(refusal(at_b, use({{where, "MOON"}})), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, use({{{"NOWHERE"}, "HOME"}})), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, use({{where, "HOME"}, {who, "NOBODY"}})), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, use({{where, "HOME"}, {why, " \n"}})), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, use({{where, "HOME"}, {where, "AWAY"}})), Rejection::filled_in_twice);
    EXPECT_EQ(refusal(at_b, use({{why, ""}, {where, "HOME"}, {who, p.value}})), std::nullopt);
    EXPECT_EQ(only().event.filled_in, (std::vector<FilledIn>{{where, "HOME"}, {who, p.value}}));
}

TEST_F(Inquiries, wait_until_what_they_ask_of_the_case_is_so) {
    scenario.interventions[0].when = {taken()};
    start();
    EXPECT_EQ(refusal(at_b, use({{where, "HOME"}})), Rejection::not_yet);
    take(good);
    until(at(0, 9, 30));
    EXPECT_EQ(refusal(at_b, use({{where, "HOME"}})), std::nullopt);
}

TEST_F(Inquiries, are_answered_by_hand_before_the_case_does_and_only_once) {
    start();
    play->must(at_b, use({{where, "AWAY"}}));
    const EntityId id = play->state().inquiries.begin()->first;
    EXPECT_EQ(refusal(at_b, ReplyByHand{id, {}, "no"}), Rejection::trainer_only);
    EXPECT_EQ(refusal(trainer(), ReplyByHand{EntityId{7}, {}, "no"}), Rejection::unknown);
    EXPECT_EQ(refusal(trainer(), ReplyByHand{id, {"NOWHERE"}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(trainer(), ReplyByHand{id, {}, " "}), Rejection::empty_text);
    play->must(trainer(), ReplyByHand{id, {}, "Come back tomorrow."});
    EXPECT_EQ(refusal(trainer(), ReplyByHand{id, fits, ""}), Rejection::already_answered);
    play->run_out();
    EXPECT_EQ(only().answer.text, "Come back tomorrow.");
    EXPECT_EQ(happened<InterventionAnswered>().size(), 1u);
    EXPECT_EQ(track(Track::safety), 5) << "the case's own answer never came";
}

TEST_F(Inquiries, answered_by_hand_with_a_reply_of_the_case_bring_what_it_brings) {
    start();
    play->must(at_b, use({{where, "HOME"}}));
    play->must(trainer(), ReplyByHand{play->state().inquiries.begin()->first, fits, ""});
    play->run_out();
    EXPECT_EQ(track(Track::safety), 7);
}

TEST_F(Inquiries, are_decided_again_as_they_were) {
    start();
    play->must(at_b, use({{where, "AWAY"}, {why, "so"}}));
    play->run_out();
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

}  // namespace
}  // namespace casustafel::core
