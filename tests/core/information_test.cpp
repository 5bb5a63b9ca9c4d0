// Reading, marking and sharing: what a role may do with what it holds, and what is recorded of it.
#include "information_fixture.hpp"

namespace casustafel::support {
namespace {

using Reading = InformationTest;

TEST_F(Reading, records_when_an_item_was_read_first) {
    small.pass(5 * minute_ms);
    EXPECT_EQ(only<ItemRead>(small.perform(vt, ReadItem{a03})), (ItemRead{vt, a03}));
    EXPECT_EQ(small.held(vt, a03).read_at_sim_ms, small.sim_ms());
    small.pass(minute_ms);
    EXPECT_EQ(refusal(vt, ReadItem{a03}), Rejection::already_so);
}

TEST_F(Reading, refuses_an_item_the_role_does_not_hold_as_if_it_did_not_exist) {
    EXPECT_EQ(refusal(vt, ReadItem{unseen}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, ReadItem{{"no-such-item"}}), Rejection::unknown);
}

using Marking = InformationTest;

TEST_F(Marking, keeps_the_last_mark) {
    small.perform(vt, MarkItem{a03, Mark::assumption});
    EXPECT_EQ(small.held(vt, a03).mark, Mark::assumption);
    small.perform(vt, MarkItem{a03, Mark::fact});
    EXPECT_EQ(small.held(vt, a03).mark, Mark::fact);
    small.perform(vt, MarkItem{a03, Mark::assumption});
    EXPECT_EQ(small.held(vt, a03).mark, Mark::assumption);
}

TEST_F(Marking, refuses_the_mark_it_has_already) {
    small.perform(vt, MarkItem{a03, Mark::fact});
    EXPECT_EQ(refusal(vt, MarkItem{a03, Mark::fact}), Rejection::already_so);
    EXPECT_EQ(refusal(pol, MarkItem{a03, Mark::fact}), Rejection::unknown);
}

TEST_F(Marking, is_allowed_on_what_came_by_a_red_share) {
    ShareItem leak = SmallCase::good_share();
    leak.to = {jon};
    small.perform(vt, leak);
    small.perform(jon, MarkItem{a03, Mark::fact});
    EXPECT_EQ(small.held(jon, a03).mark, Mark::fact);
}

using Sharing = InformationTest;

TEST_F(Sharing, delivers_the_form_that_was_shared) {
    small.pass(minute_ms);
    const auto shared = only<ItemShared>(small.perform(vt, SmallCase::good_share()));
    EXPECT_EQ(shared.to, std::vector{ovj});
    ASSERT_EQ(shared.recipients.size(), 1u);
    EXPECT_EQ(light(shared.recipients[0].verdict), Light::green);

    const Holding held = small.held(ovj, a03);
    EXPECT_EQ(held.form, Form::conclusion);
    EXPECT_EQ(held.lawful_form, Form::conclusion);
    EXPECT_EQ(held.breached_form, Form::silent);
    EXPECT_FALSE(held.original);
    EXPECT_EQ(held.share, shared.share);
    EXPECT_EQ(held.since_sim_ms, small.sim_ms());
    EXPECT_EQ(small.state.shares.at(shared.share).event, shared);
    EXPECT_EQ(small.state.shares.at(shared.share).by, small.state.seats.at(vt).occupant);
}

TEST_F(Sharing, grows_with_a_richer_share_and_never_shrinks_with_a_poorer_one) {
    ShareItem share = SmallCase::good_share();
    const auto first = only<ItemShared>(small.perform(vt, share));
    const std::int64_t since = small.sim_ms();
    small.pass(minute_ms);
    share.form = Form::pointer;
    EXPECT_TRUE(only<ItemShared>(small.perform(vt, share)).recipients.empty());
    EXPECT_EQ(small.held(ovj, a03).form, Form::conclusion);
    EXPECT_EQ(small.held(ovj, a03).share, first.share);
    share.form = Form::summary;
    const auto richer = only<ItemShared>(small.perform(vt, share));
    EXPECT_EQ(small.held(ovj, a03).form, Form::summary);
    EXPECT_EQ(small.held(ovj, a03).share, richer.share);
    EXPECT_EQ(small.held(ovj, a03).since_sim_ms, since);
}

TEST_F(Sharing, tells_but_delivers_nothing_when_it_is_red) {
    ShareItem leak = SmallCase::good_share();
    leak.to = {jon};
    leak.form = Form::facts;
    EXPECT_EQ(light(only<ItemShared>(small.perform(vt, leak)).recipients.at(0).verdict),
              Light::red);
    const Holding held = small.held(jon, a03);
    EXPECT_EQ(held.form, Form::facts);
    EXPECT_EQ(held.breached_form, Form::facts);
    EXPECT_EQ(held.lawful_form, Form::silent);
    EXPECT_TRUE(only<ItemShared>(small.perform(vt, leak)).recipients.empty())
        << "the same breach is no second one";
}

TEST_F(Sharing, is_repaired_by_a_later_lawful_share) {
    Item& item = small.scenario.items[0];
    item.grants[0].when = {condition(ConditionKind::triage_accepted)};
    ShareItem share = SmallCase::good_share();
    share.form = Form::summary;
    small.perform(vt, share);
    EXPECT_EQ(small.held(ovj, a03).lawful_form, Form::silent);

    small.state.legal.triage = TriageStatus::accepted;
    share.form = Form::conclusion;
    const auto repair = only<ItemShared>(small.perform(vt, share));
    EXPECT_EQ(light(repair.recipients.at(0).verdict), Light::green);
    EXPECT_EQ(small.held(ovj, a03).lawful_form, Form::conclusion);
    EXPECT_EQ(small.held(ovj, a03).form, Form::summary) << "what was told is not forgotten";
    EXPECT_EQ(small.held(ovj, a03).breached_form, Form::summary);
}

TEST_F(Sharing, judges_a_role_that_passes_on_what_reached_it_by_a_red_share) {
    ShareItem leak = SmallCase::good_share();
    leak.to = {jon};
    small.perform(vt, leak);
    leak.to = {prc};
    const auto passed = only<ItemShared>(small.perform(jon, leak));
    EXPECT_EQ(passed.recipients.at(0).verdict.labels, std::vector{Label::onward});
}

TEST_F(Sharing, refuses_an_item_the_role_does_not_hold_as_if_it_did_not_exist) {
    ShareItem share = SmallCase::good_share();
    share.item = unseen;
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
    share.item = {"no-such-item"};
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
}

TEST_F(Sharing, refuses_names_that_do_not_exist) {
    ShareItem share = SmallCase::good_share();
    share.basis = {"no-such-basis"};
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
    share = SmallCase::good_share();
    share.to = {ovj, {"no-such-role"}};
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
    share = SmallCase::good_share();
    share.request = EntityId{424242};
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
    share = SmallCase::good_share();
    share.to.clear();
    share.meeting = {"no-such-meeting"};
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
}

TEST_F(Sharing, refuses_a_form_richer_than_the_giver_holds_and_a_share_of_nothing) {
    small.give(prc, a03, Form::conclusion);
    ShareItem share = SmallCase::good_share();
    share.form = Form::summary;
    EXPECT_EQ(refusal(prc, share), Rejection::form_not_held);
    share.form = Form::silent;
    EXPECT_EQ(refusal(vt, share), Rejection::form_not_held);
    share.form = Form::conclusion;
    EXPECT_EQ(refusal(prc, share), std::nullopt);
}

TEST_F(Sharing, needs_somebody_else_to_share_with) {
    ShareItem share = SmallCase::good_share();
    share.to = {};
    EXPECT_EQ(refusal(vt, share), Rejection::no_recipients);
    share.to = {vt};
    EXPECT_EQ(refusal(vt, share), Rejection::to_yourself);
    share.to.assign(small.scenario.roles.size() + 1, ovj);
    EXPECT_EQ(refusal(vt, share), Rejection::too_many_recipients);
    share.to = {ovj};
    share.meeting = meeting_v;
    EXPECT_EQ(refusal(vt, share), Rejection::no_recipients) << "roles and a meeting at once";
}

TEST_F(Sharing, drops_the_giver_and_doubles_from_the_roles_addressed) {
    ShareItem share = SmallCase::good_share();
    share.to = {jon, vt, ovj, jon};
    EXPECT_EQ(only<ItemShared>(small.perform(vt, share)).to, (std::vector{ovj, jon}));
}

TEST_F(Sharing, reaches_roles_without_an_occupant) {
    small.state.seats[ovj].occupant = ParticipantId::nobody;
    small.perform(vt, SmallCase::good_share());
    EXPECT_EQ(small.held(ovj, a03).form, Form::conclusion);
}

TEST_F(Sharing, into_a_meeting_reaches_who_is_present_and_nobody_who_comes_later) {
    ShareItem share = SmallCase::good_share();
    share.to.clear();
    share.meeting = chain_meeting;
    EXPECT_EQ(refusal(vt, share), Rejection::not_in_meeting);
    small.perform(vt, EnterMeeting{chain_meeting});
    EXPECT_EQ(refusal(vt, share), Rejection::no_recipients);
    small.perform(ovj, EnterMeeting{chain_meeting});
    const auto shared = only<ItemShared>(small.perform(vt, share));
    EXPECT_EQ(shared.to, std::vector{ovj});
    EXPECT_EQ(shared.meeting, chain_meeting);
    small.perform(prc, EnterMeeting{chain_meeting});
    EXPECT_EQ(small.held(prc, a03).form, Form::silent);
}

TEST_F(Sharing, refuses_a_meeting_the_role_does_not_know_of) {
    ShareItem share = SmallCase::good_share();
    share.to.clear();
    share.meeting = meeting_z;
    EXPECT_EQ(refusal(vt, share), Rejection::unknown);
}

TEST_F(Sharing, is_accepted_whatever_the_recipients_hold) {
    small.give(ovj, a03, Form::source);
    EXPECT_TRUE(only<ItemShared>(small.perform(vt, SmallCase::good_share())).recipients.empty());
}

TEST_F(Sharing, passes_on_the_words_it_came_in_and_never_the_authors_instead) {
    ShareItem share = SmallCase::good_share();
    share.text = "Bel mij eerst.";
    small.perform(vt, share);
    const ShareItem passed_on{.item = a03,
                              .to = {pol},
                              .purpose = share.purpose,
                              .basis = share.basis,
                              .form = share.form};
    EXPECT_EQ(only<ItemShared>(small.perform(ovj, passed_on)).text, "Bel mij eerst.");
}

TEST_F(Sharing, in_a_poorer_form_than_it_came_in_uses_the_authors_words) {
    ShareItem share = SmallCase::good_share();
    share.text = "Bel mij eerst.";
    small.perform(vt, share);
    const ShareItem poorer{.item = a03,
                           .to = {pol},
                           .purpose = share.purpose,
                           .basis = share.basis,
                           .form = Form::pointer};
    EXPECT_EQ(only<ItemShared>(small.perform(ovj, poorer)).text, "");
}

}  // namespace
}  // namespace casustafel::support
