// Decisions that several take together, that hang on a power, whose time can be lengthened, and
// what is filled in with them.
#include "server/core/families/visible.hpp"
#include "server/core/rules/verify.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::trainer;

class Together : public StoryTest {
protected:
    void SetUp() override {
        Decision& decision = scenario.decisions[0];
        decision.deciders = {a, c};
        decision.taken_by = TakenBy::all;
        decision.options[0].must_cite = {};
        decision.options[1].fields = {
            {{"where"}, {}, FieldKind::choice, {{{"home"}, {}}, {{"away"}, {}}}}};
    }
    TakeDecision wants(const OptionId& option, const char* where = nullptr) {
        TakeDecision made{d, option, {}, "risk"};
        if (where) made.filled_in = {{{"where"}, where}};
        return made;
    }
};

TEST_F(Together, pends_when_the_last_one_agrees) {
    start();
    play->must(at_a, wants(bad, "home"));
    EXPECT_EQ(status(), DecisionStatus::open);
    const auto events = play->must(at_c, AgreeToDecision{d, a, {}, ""});
    ASSERT_EQ(events.size(), 2u);
    const auto& pended = std::get<DecisionPended>(events[1]);
    EXPECT_EQ(pended.by, c);
    EXPECT_EQ(pended.text, "risk") << "what the first said";
    EXPECT_EQ(filled_in(pended.filled_in, {"where"}), "home");
    EXPECT_EQ(status(), DecisionStatus::pending);
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Together, wants_the_same_option_filled_in_the_same) {
    start();
    play->must(at_a, wants(bad, "home"));
    play->must(at_c, wants(bad, "away"));
    EXPECT_EQ(status(), DecisionStatus::open);
    play->must(at_a, wants(good));
    EXPECT_EQ(status(), DecisionStatus::open);
    play->must(at_c, wants(good));
    EXPECT_EQ(status(), DecisionStatus::pending);
}

TEST_F(Together, an_agreement_can_be_withdrawn) {
    start();
    EXPECT_EQ(refusal(at_a, RetractDecision{d}), Rejection::not_pending);
    play->must(at_a, wants(good));
    play->must(at_a, RetractDecision{d});
    EXPECT_TRUE(play->state().agreements.empty());
    play->must(at_c, wants(good));
    EXPECT_EQ(status(), DecisionStatus::open);
    play->must(at_a, AgreeToDecision{d, c, {}, ""});
    play->must(at_c, RetractDecision{d});
    EXPECT_EQ(status(), DecisionStatus::open) << "taken back for all";
    EXPECT_EQ(play->state().agreements.size(), 1u);
}

TEST_F(Together, agrees_only_with_who_wants_something) {
    start();
    EXPECT_EQ(refusal(at_a, AgreeToDecision{d, c, {}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, AgreeToDecision{d, a, {}, ""}), Rejection::unknown);
    play->must(at_a, wants(good));
    EXPECT_EQ(refusal(at_a, AgreeToDecision{d, a, {}, ""}), Rejection::already_so);
}

TEST_F(Together, waits_for_no_computer) {
    start();
    play->must(trainer(), SeatAutopilot{c});
    play->must(at_a, wants(good));
    EXPECT_EQ(status(), DecisionStatus::pending);
}

TEST_F(Together, is_prepared_by_who_sees_the_options_and_takes_nothing) {
    scenario.decisions[0].deciders = {a};
    scenario.decisions[0].taken_by = TakenBy::any;
    scenario.decisions[0].prepared_by = {b};
    start();
    EXPECT_TRUE(sees(play->state(), b, scenario.decisions[0], scenario.decisions[0].options[0]));
    EXPECT_EQ(refusal(at_b, wants(good)), Rejection::not_a_decider);
    play->must(at_b, ProposeDecision{d, bad, {}, "", {{{"where"}, "away"}}});
    const auto& made = play->state().proposals.begin()->second.event;
    EXPECT_EQ(filled_in(made.filled_in, {"where"}), "away");
}

TEST_F(Together, asks_for_the_fields_of_the_option) {
    start();
    EXPECT_EQ(refusal(at_a, wants(bad)), Rejection::not_filled_in);
    EXPECT_EQ(refusal(at_a, wants(bad, "nowhere")), Rejection::unknown);
    TakeDecision twice = wants(bad, "home");
    twice.filled_in.push_back({{"where"}, "away"});
    EXPECT_EQ(refusal(at_a, twice), Rejection::filled_in_twice);
    EXPECT_EQ(refusal(at_a, ProposeDecision{d, {}, {}, "so", {{{"where"}, "home"}}}),
              Rejection::unknown);
}

TEST_F(Together, may_ask_what_could_go_wrong_whatever_is_chosen) {
    scenario.decisions[0].must_look_ahead = true;
    start();
    TakeDecision silent = wants(good);
    silent.text = " ";
    EXPECT_EQ(refusal(at_a, silent), Rejection::empty_text);
    play->must(at_a, wants(good));
}

class Lengthened : public StoryTest {
protected:
    void SetUp() override {
        scenario.decisions[0].clock = DecisionClock{
            .from_sim_ms = at(0, 9), .counts_ms = at(0, 1, 30), .extension_ms = 20 * 60'000};
    }
};

TEST_F(Lengthened, moves_the_deadline_once_with_a_reason) {
    start();
    EXPECT_EQ(refusal(at_a, ExtendDecision{d, " "}), Rejection::empty_text);
    EXPECT_EQ(refusal(at_b, ExtendDecision{d, "so"}), Rejection::unknown);
    EXPECT_EQ(refusal(at_b, ExtendDecision{d2, "so"}), Rejection::no_power);
    play->must(at_a, ExtendDecision{d, "more to ask"});
    EXPECT_EQ(deadline_of(play->state(), scenario.decisions[0]), at(0, 10, 50));
    EXPECT_EQ(refusal(at_a, ExtendDecision{d, "again"}), Rejection::already_so);
    until(at(0, 10, 49));
    EXPECT_EQ(status(), DecisionStatus::open);
    until(at(0, 10, 50));
    EXPECT_EQ(status(), DecisionStatus::missed);
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Lengthened, is_too_late_after_its_deadline) {
    start();
    until(at(0, 10, 31));
    EXPECT_EQ(refusal(at_a, ExtendDecision{d, "so"}), Rejection::too_late);
}

TEST(Counted, leaves_out_the_night) {
    const auto nine = at(0, 9), midnight = at(0, 0);
    EXPECT_EQ(counted_after(at(0, 8, 30), at(0, 9), midnight, nine), at(0, 18))
        << "from nine o'clock on";
    EXPECT_EQ(counted_after(at(0, 20), at(0, 6), midnight, nine), at(1, 11));
    EXPECT_EQ(counted_after(at(0, 20), at(0, 4), midnight, nine), at(1, 0));
    EXPECT_EQ(counted_after(at(0, 3), at(0, 1), midnight, nine), at(0, 10));
    EXPECT_EQ(counted_after(at(0, 20), at(0, 6), 0, 0), at(1, 2)) << "no night";
    EXPECT_EQ(counted_after(at(0, 20), at(0, 3), at(0, 22), at(0, 6)), at(1, 7));
    EXPECT_EQ(counted_after(at(0, 10), at(1, 6), midnight, nine), at(2, 10));
}

}  // namespace
}  // namespace casustafel::core
