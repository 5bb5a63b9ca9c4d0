// Asking and answering: terms, who may answer, and in which four ways.
#include "server/core/values/clock.hpp"

#include "information_fixture.hpp"

namespace casustafel::support {
namespace {

using Asking = InformationTest;

TEST_F(Asking, records_the_term_of_each_addressee_as_the_shorter_of_two_tables) {
    AskForInformation ask{
        .to = {jon, pol}, .person = mirjam, .category = Category::domestic_violence};
    const std::int64_t now = small.sim_ms();
    const auto by_vt = only<RequestMade>(small.perform(vt, ask));
    EXPECT_EQ(by_vt.to, (std::vector{pol, jon}));
    // A day of answering time, of which this case has sixteen hours left.
    EXPECT_EQ(
        by_vt.term_ends_sim_ms,
        (std::vector{now + 20 * minute_ms, small.scenario.end_sim_ms() + 8 * 60 * minute_ms}));
    ask.to = {jon};
    const auto by_ovj = only<RequestMade>(small.perform(ovj, ask));
    EXPECT_EQ(by_ovj.term_ends_sim_ms, std::vector{now + 20 * minute_ms});
}

TEST_F(Asking, does_not_count_a_cut_in_the_term) {
    small.pass(8 * 60 * minute_ms - 5 * minute_ms);
    const EntityId id = asked_by_ovj({vt});
    const std::int64_t next_morning = small.scenario.segments[1].from_sim_ms;
    EXPECT_EQ(request(id).event.term_ends_sim_ms, std::vector{next_morning + 15 * minute_ms});
}

TEST_F(Asking, refuses_names_that_do_not_exist_and_items_that_are_not_seen) {
    AskForInformation ask{.to = {vt}, .person = mirjam, .category = Category::domestic_violence};
    EXPECT_EQ(refusal(ovj, ask), std::nullopt);
    ask.item = a03;
    EXPECT_EQ(refusal(ovj, ask), Rejection::unknown) << "OVJ has seen nothing of it";
    small.give(ovj, a03, Form::pointer);
    EXPECT_EQ(refusal(ovj, ask), std::nullopt);
    ask.person = {"nobody"};
    EXPECT_EQ(refusal(ovj, ask), Rejection::unknown);
    ask.person = mirjam;
    ask.to = {vt, {"no-such-role"}};
    EXPECT_EQ(refusal(ovj, ask), Rejection::unknown);
}

TEST_F(Asking, refuses_an_item_about_somebody_or_something_else) {
    small.give(ovj, a03, Form::pointer);
    AskForInformation ask{
        .to = {vt}, .person = jesse, .category = Category::domestic_violence, .item = a03};
    EXPECT_EQ(refusal(ovj, ask), Rejection::does_not_match);
    ask.person = mirjam;
    ask.category = Category::health;
    EXPECT_EQ(refusal(ovj, ask), Rejection::does_not_match);
}

TEST_F(Asking, needs_others_to_ask) {
    AskForInformation ask{.to = {}, .person = mirjam, .category = Category::health};
    EXPECT_EQ(refusal(ovj, ask), Rejection::no_recipients);
    ask.to = {vt, ovj};
    EXPECT_EQ(refusal(ovj, ask), Rejection::to_yourself);
    ask.to.assign(small.scenario.roles.size() + 1, vt);
    EXPECT_EQ(refusal(ovj, ask), Rejection::too_many_recipients);
    ask.to = {prc, vt, prc};
    EXPECT_EQ(only<RequestMade>(small.perform(ovj, ask)).to, (std::vector{vt, prc}));
}

using Answering = InformationTest;

TEST_F(Answering, by_sharing_records_the_share_and_the_answer) {
    const EntityId id = asked_by_ovj();
    ShareItem share = SmallCase::good_share();
    share.request = id;
    small.pass(minute_ms);
    const auto events = small.perform(vt, share);
    ASSERT_EQ(events.size(), 2u);
    const auto& shared = std::get<ItemShared>(events[0]);
    EXPECT_EQ(shared.request, id);
    EXPECT_EQ(std::get<RequestAnswered>(events[1]),
              (RequestAnswered{
                  .request = id, .by = vt, .kind = AnswerKind::shared, .share = shared.share}));
    ASSERT_EQ(request(id).answers.size(), 1u);
    EXPECT_EQ(request(id).answers[0].share, shared.share);
    EXPECT_EQ(request(id).answers[0].at_sim_ms, small.sim_ms());
}

TEST_F(Answering, by_sharing_must_reach_the_asker_and_match_what_was_asked) {
    const EntityId id = asked_by_ovj();
    ShareItem share = SmallCase::good_share();
    share.request = id;
    share.to = {prc};
    EXPECT_EQ(refusal(vt, share), Rejection::does_not_match);
    share.to = {ovj, prc};
    EXPECT_EQ(refusal(vt, share), std::nullopt);
    small.scenario.items[0].category = Category::health;
    EXPECT_EQ(refusal(vt, share), Rejection::does_not_match);
    small.scenario.items[0].category = Category::domestic_violence;
    small.scenario.items[0].about = {jesse};
    EXPECT_EQ(refusal(vt, share), Rejection::does_not_match);
}

TEST_F(Answering, by_sharing_may_bring_the_very_item_that_was_asked_for) {
    small.give(ovj, a03, Form::pointer);
    const AskForInformation ask{
        .to = {vt}, .person = mirjam, .category = Category::domestic_violence, .item = a03};
    ShareItem share = SmallCase::good_share();
    share.request = only<RequestMade>(small.perform(ovj, ask)).request;
    EXPECT_EQ(refusal(vt, share), std::nullopt);
}

TEST_F(Answering, does_not_happen_by_a_share_that_names_no_request) {
    const EntityId id = asked_by_ovj();
    small.perform(vt, SmallCase::good_share());
    EXPECT_TRUE(request(id).answers.empty());
}

TEST_F(Answering, by_refusing_keeps_the_reason) {
    const EntityId id = asked_by_ovj();
    small.perform(vt, RefuseRequest{id, RefusalReason::too_rich, "Bel me."});
    ASSERT_EQ(request(id).answers.size(), 1u);
    const Answer& answer = request(id).answers[0];
    EXPECT_EQ(answer.by, vt);
    EXPECT_EQ(answer.kind, AnswerKind::refused);
    EXPECT_EQ(answer.reason, RefusalReason::too_rich);
    EXPECT_EQ(answer.text, "Bel me.");
}

TEST_F(Answering, by_refusing_may_offer_a_poorer_form_or_another_role) {
    const EntityId id = asked_by_ovj();
    RefuseRequest refuse{.request = id,
                         .reason = RefusalReason::too_rich,
                         .text = "Bel PRC",
                         .offered_form = Form::pointer,
                         .offered_role = {"NOBODY"}};
    EXPECT_EQ(refusal(vt, refuse), Rejection::unknown);
    refuse.offered_role = vt;
    EXPECT_EQ(refusal(vt, refuse), Rejection::to_yourself);
    refuse.offered_role = ovj;
    EXPECT_EQ(refusal(vt, refuse), Rejection::does_not_match) << "the asker itself";
    refuse.offered_role = prc;
    small.perform(vt, refuse);
    const Answer& answer = request(id).answers.at(0);
    EXPECT_EQ(answer.offered_form, Form::pointer);
    EXPECT_EQ(answer.offered_role, prc);
}

TEST_F(Answering, in_part_leaves_the_request_open_for_the_rest) {
    const EntityId id = asked_by_ovj();
    auto share = SmallCase::good_share();
    share.request = id;
    share.form = Form::pointer;
    share.partial = true;
    const auto part = small.perform(vt, share);
    EXPECT_TRUE(only<ItemShared>(part).partial);
    EXPECT_EQ(only<RequestAnswered>(part).kind, AnswerKind::shared);
    EXPECT_TRUE(awaits_answer(small.state, request(id), vt));
    share.form = Form::conclusion;
    share.partial = false;
    small.perform(vt, share);
    EXPECT_FALSE(awaits_answer(small.state, request(id), vt));
    EXPECT_EQ(request(id).answers.size(), 2u);
    EXPECT_EQ(refusal(vt, share), Rejection::already_answered);
}

TEST_F(Answering, in_part_means_nothing_in_a_share_that_answers_nothing) {
    auto share = SmallCase::good_share();
    share.partial = true;
    EXPECT_FALSE(only<ItemShared>(small.perform(vt, share)).partial);
}

TEST_F(Answering, by_referring_names_another_role_than_asker_and_answerer) {
    const EntityId id = asked_by_ovj();
    EXPECT_EQ(refusal(vt, ReferRequest{id, {"no-such-role"}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, ReferRequest{id, vt, ""}), Rejection::to_yourself);
    EXPECT_EQ(refusal(vt, ReferRequest{id, ovj, ""}), Rejection::does_not_match);
    small.perform(vt, ReferRequest{id, jon, "Die kent haar."});
    EXPECT_EQ(request(id).answers.at(0).kind, AnswerKind::referred);
    EXPECT_EQ(request(id).answers.at(0).referred_to, jon);
}

TEST_F(Answering, happens_once_for_each_addressee) {
    const EntityId id = asked_by_ovj();
    small.perform(vt, AnswerNotHere{id});
    EXPECT_EQ(refusal(vt, AnswerNotHere{id}), Rejection::already_answered);
    EXPECT_EQ(refusal(vt, RefuseRequest{id}), Rejection::already_answered);
    EXPECT_EQ(refusal(vt, ReferRequest{id, jon, ""}), Rejection::already_answered);
    ShareItem share = SmallCase::good_share();
    share.request = id;
    EXPECT_EQ(refusal(vt, share), Rejection::already_answered);
    small.perform(prc, AnswerNotHere{id});
    EXPECT_EQ(request(id).answers.size(), 2u);
}

TEST_F(Answering, is_for_those_who_were_asked) {
    const EntityId id = asked_by_ovj({prc});
    for (const Command& command :
         std::vector<Command>{AnswerNotHere{id}, RefuseRequest{id}, ReferRequest{id, jon, ""}}) {
        EXPECT_EQ(refusal(ovj, command), Rejection::not_asked) << "the asker sees it";
        EXPECT_EQ(refusal(jon, command), Rejection::unknown) << "a bystander does not";
    }
    ShareItem share = SmallCase::good_share();
    share.request = id;
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
}

}  // namespace
}  // namespace casustafel::support
