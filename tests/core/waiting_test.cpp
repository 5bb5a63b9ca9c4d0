// What comes once its checks hold: consequences of the case without a time, and options that show.
#include "server/core/families/visible.hpp"
#include "server/core/rules/due.hpp"
#include "server/core/rules/verify.hpp"
#include "story_fixture.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::trainer;

Check asked_of_c() {
    Check check;
    check.kind = CheckKind::asked;
    check.roles = {c};
    return check;
}

Check time_since_start(std::int64_t after_ms) {
    Check check;
    check.kind = CheckKind::time_since;
    check.after_ms = after_ms;
    return check;
}

class Waiting : public StoryTest {
protected:
    // In place of what the clock brings.
    void wait_for(std::vector<Check> checks, Consequence what = moves(Track::safety, 2)) {
        what.when = std::move(checks);
        scenario.consequences = {std::move(what)};
    }
    void ask_c() { play->must(at_a, AskForInformation{{c}, p, Category::health, {}, ""}); }
    std::size_t came() const { return happened<ConsequenceCame>().size(); }
};

TEST_F(Waiting, comes_once_at_the_instant_at_which_its_checks_hold) {
    wait_for({asked_of_c()});
    start();
    play->pass(5'000);
    EXPECT_EQ(track(Track::safety), 5);
    ask_c();
    play->pass(0);
    EXPECT_EQ(track(Track::safety), 7);
    const auto all = happened<ConsequenceCame>();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].first.real_ms, happened<RequestMade>().front().first.real_ms);
    EXPECT_TRUE(all[0].second.held);
    ask_c();
    play->run_out();
    EXPECT_EQ(track(Track::safety), 7) << "once";
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Waiting, wants_all_of_them_at_once) {
    wait_for({asked_of_c(), taken(good)});
    start();
    ask_c();
    play->pass(0);
    EXPECT_EQ(came(), 0u);
    take(good);
    play->pass(0);
    EXPECT_EQ(came(), 0u) << "it is pending";
    play->must(at_a, HastenDecision{d});
    play->pass(0);
    EXPECT_EQ(track(Track::safety), 7);
}

TEST_F(Waiting, is_not_lost_when_it_became_true_while_the_case_stood_still) {
    Check here;
    here.kind = CheckKind::present;
    here.meeting = meeting;
    here.roles = {a};
    wait_for({here});
    start();
    play->must(at_a, EnterMeeting{meeting});
    play->must(trainer(), StartSwap{{{a, b}}});
    play->must(trainer(), AdvanceSwap{});
    play->must(trainer(), AdvanceSwap{});
    play->pass(0);
    EXPECT_EQ(came(), 1u);
}

TEST_F(Waiting, may_wait_for_time_alone) {
    wait_for({time_since_start(30 * 60'000)});
    start();
    until(at(0, 9, 29));
    EXPECT_EQ(came(), 0u);
    until(at(0, 9, 30));
    EXPECT_EQ(happened<ConsequenceCame>().front().first.sim_ms, at(0, 9, 30));
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Waiting, looks_at_time_and_at_the_rest) {
    wait_for({time_since_start(30 * 60'000), asked_of_c()});
    start();
    until(at(0, 9, 40));
    EXPECT_EQ(came(), 0u);
    ask_c();
    play->pass(0);
    EXPECT_EQ(came(), 1u);
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Waiting, cascades_each_once_and_each_in_its_own_record) {
    Check safe;
    safe.kind = CheckKind::track_at_least;
    safe.person = p;
    safe.track = Track::safety;
    wait_for({asked_of_c()});
    for (const int value : {7, 9}) {
        Consequence next = moves(Track::safety, 2);
        safe.value = value;
        next.when = {safe};
        scenario.consequences.push_back(next);
    }
    start();
    const auto before = play->log().size();
    ask_c();
    play->pass(0);
    EXPECT_EQ(came(), 3u);
    EXPECT_EQ(play->log().size(), before + 4);
    EXPECT_EQ(track(Track::safety), 10);
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Waiting, deals_items_to_their_holders) {
    Consequence deals;
    deals.deals = {later_item};
    wait_for({asked_of_c()}, deals);
    start();
    until(at(0, 10, 30));
    EXPECT_EQ(holding(play->state(), b, later_item), nullptr) << "it has no time of its own now";
    ask_c();
    play->pass(0);
    ASSERT_NE(holding(play->state(), b, later_item), nullptr);
    EXPECT_TRUE(holding(play->state(), b, later_item)->original);
}

using Shown = Waiting;

TEST_F(Shown, an_option_is_unknown_until_its_checks_hold_and_stays_from_then_on) {
    scenario.decisions[0].options[1].shows_when = {asked_of_c()};
    start();
    const DecisionOption& hidden = scenario.decisions[0].options[1];
    EXPECT_FALSE(sees(play->state(), a, scenario.decisions[0], hidden));
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {{start_item, Mark::fact}}, ""}),
              Rejection::unknown);
    EXPECT_EQ(refusal(at_a, ProposeDecision{d, bad, {}, ""}), Rejection::unknown);
    ask_c();
    play->pass(0);
    EXPECT_EQ(happened<OfferChanged>().front().second, (OfferChanged{{d, bad, {}}, true}));
    EXPECT_TRUE(sees(play->state(), a, scenario.decisions[0], hidden));
    take(bad);
    EXPECT_TRUE(verify(scenario, play->log()).empty());
}

TEST_F(Shown, what_a_consequence_closes_can_no_longer_be_chosen) {
    Consequence closes;
    closes.closes = {{d, bad, {}}, {{}, {}, help}};
    wait_for({asked_of_c()}, closes);
    start();
    play->must(at_a, ProposeDecision{d, bad, {}, "so"});
    ask_c();
    play->pass(0);
    EXPECT_EQ(refusal(at_a, TakeDecision{d, bad, {{start_item, Mark::fact}}, ""}),
              Rejection::too_late)
        << "it was proposed, so it is known";
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {}, ""}), Rejection::unknown);
}

TEST_F(Shown, what_is_hidden_is_opened) {
    scenario.interventions[0].hidden = true;
    Consequence opens;
    opens.opens = {{{}, {}, help}};
    wait_for({asked_of_c()}, opens);
    start();
    EXPECT_FALSE(sees(play->state(), b, scenario.interventions[0]));
    EXPECT_EQ(refusal(at_b, UseIntervention{help, {}, ""}), Rejection::unknown);
    ask_c();
    play->pass(0);
    play->must(at_b, UseIntervention{help, {}, ""});
}

TEST_F(Shown, one_that_does_not_show_asks_for_nothing) {
    scenario.decisions[1].options[0].must_cite = {start_item};
    EXPECT_TRUE(asks_for_grounds(scenario.decisions[1]));
    scenario.decisions[1].options[0].hidden = true;
    EXPECT_FALSE(asks_for_grounds(scenario.decisions[1]));
}

}  // namespace
}  // namespace casustafel::core
