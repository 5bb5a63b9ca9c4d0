// What was said aloud: written down by who spoke or by a trainer, judged and delivered when a
// receiver confirms it. And gut feelings, which are no facts.
#include "server/core/families/visible.hpp"

#include "information_fixture.hpp"

namespace casustafel::support {
namespace {

struct Spoken : InformationTest {
    static RegisterSpokenShare said(std::vector<RoleId> to = {ovj}) {
        return {.item = a03,
                .to = std::move(to),
                .purpose = Purpose::charging_decision,
                .basis = wmovt,
                .form = Form::conclusion};
    }
    EntityId registered(const RegisterSpokenShare& command = said()) {
        return only<SpokenShareRegistered>(small.perform(vt, command)).spoken;
    }
    const SpokenShare& spoken(EntityId id) const { return small.state.spoken.at(id); }
};

TEST_F(Spoken, delivers_nothing_until_a_receiver_confirms) {
    const EntityId id = registered();
    EXPECT_EQ(spoken(id).event.giver, vt);
    EXPECT_EQ(spoken(id).event.to, std::vector{ovj});
    EXPECT_EQ(small.held(ovj, a03).form, Form::silent);
    EXPECT_TRUE(small.state.shares.empty());
}

TEST_F(Spoken, confirmed_becomes_a_share_of_the_giver_to_that_receiver) {
    const EntityId id = registered(said({ovj, prc}));
    const auto events = small.perform(ovj, ConfirmSpokenShare{id, true});
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(only<SpokenShareAnswered>(events), (SpokenShareAnswered{id, ovj, true}));
    const auto& share = only<ItemShared>(events);
    EXPECT_TRUE(share.aloud);
    EXPECT_EQ(share.giver, vt);
    EXPECT_EQ(share.to, std::vector{ovj});
    ASSERT_EQ(share.recipients.size(), 1u);
    EXPECT_EQ(light(share.recipients[0].verdict), Light::green);
    EXPECT_EQ(small.held(ovj, a03).lawful_form, Form::conclusion);
    EXPECT_EQ(small.held(prc, a03).form, Form::silent) << "who did not confirm";
    EXPECT_EQ(small.state.shares.at(share.share).by, small.state.seats.at(vt).occupant)
        << "the giver's act, whoever confirms";
}

TEST_F(Spoken, is_judged_as_the_law_stands_when_it_is_confirmed) {
    small.scenario.items[0].grants[0].when = {condition(ConditionKind::triage_accepted)};
    const EntityId early = registered();
    const auto before = only<ItemShared>(small.perform(ovj, ConfirmSpokenShare{early, true}));
    EXPECT_EQ(light(before.recipients.at(0).verdict), Light::red);
    const EntityId late = registered();
    small.state.legal.triage = TriageStatus::accepted;
    const auto after = only<ItemShared>(small.perform(ovj, ConfirmSpokenShare{late, true}));
    EXPECT_EQ(light(after.recipients.at(0).verdict), Light::green);
}

TEST_F(Spoken, not_heard_delivers_nothing) {
    const EntityId id = registered(said({ovj, prc}));
    EXPECT_EQ(small.perform(ovj, ConfirmSpokenShare{id, false}),
              (std::vector<Event>{SpokenShareAnswered{id, ovj, false}}));
    EXPECT_EQ(small.held(ovj, a03).form, Form::silent);
    EXPECT_EQ(refusal(ovj, ConfirmSpokenShare{id, true}), Rejection::already_answered);
}

TEST_F(Spoken, is_confirmed_by_those_it_was_said_to) {
    const EntityId id = registered();
    EXPECT_EQ(refusal(vt, ConfirmSpokenShare{id, true}), Rejection::not_heard_by_you);
    EXPECT_EQ(refusal(prc, ConfirmSpokenShare{id, true}), Rejection::unknown);
    EXPECT_EQ(refusal(ovj, ConfirmSpokenShare{EntityId{1}, true}), Rejection::unknown);
}

TEST_F(Spoken, shows_to_speaker_and_addressees_until_all_have_answered) {
    const EntityId id = registered(said({ovj, prc}));
    for (const RoleId& role : {vt, ovj, prc}) {
        EXPECT_TRUE(sees(small.state, role, spoken(id))) << role.value;
    }
    EXPECT_FALSE(sees(small.state, jon, spoken(id)));
    small.perform(ovj, ConfirmSpokenShare{id, true});
    EXPECT_TRUE(sees(small.state, vt, spoken(id)));
    small.perform(prc, ConfirmSpokenShare{id, false});
    EXPECT_FALSE(sees(small.state, vt, spoken(id)));
    EXPECT_EQ(refusal(ovj, ConfirmSpokenShare{id, true}), Rejection::unknown);
}

TEST_F(Spoken, is_written_down_for_what_the_giver_has_and_whom_it_can_reach) {
    auto command = said();
    command.item = unseen;
    EXPECT_EQ(refusal(vt, command), Rejection::unknown);
    command = said();
    command.basis = {"NOWHERE"};
    EXPECT_EQ(refusal(vt, command), Rejection::unknown);
    EXPECT_EQ(refusal(vt, said({{"NOBODY"}})), Rejection::unknown);
    EXPECT_EQ(refusal(vt, said({vt})), Rejection::to_yourself);
    EXPECT_EQ(refusal(vt, said({})), Rejection::no_recipients);
    command = said({});
    command.meeting = meeting_v;
    EXPECT_EQ(refusal(vt, command), Rejection::not_in_meeting);
    command = said();
    command.form = Form::silent;
    EXPECT_EQ(refusal(vt, command), Rejection::form_not_held);
    small.give(prc, a03, Form::pointer);
    EXPECT_EQ(refusal(prc, said()), Rejection::form_not_held) << "richer than PRC has it";
    command = said();
    command.giver = prc;
    EXPECT_EQ(refusal(vt, command), Rejection::not_your_role);
    command.giver = {"NOBODY"};
    EXPECT_EQ(refusal(vt, command), Rejection::unknown);
}

TEST_F(Spoken, in_a_meeting_is_for_who_is_present_then) {
    small.perform(vt, EnterMeeting{chain_meeting});
    small.perform(ovj, EnterMeeting{chain_meeting});
    auto command = said({});
    command.meeting = chain_meeting;
    const EntityId id = registered(command);
    small.perform(prc, EnterMeeting{chain_meeting});
    EXPECT_EQ(spoken(id).event.to, std::vector{ovj});
}

TEST_F(Spoken, is_written_down_by_a_trainer_for_the_role_that_spoke) {
    auto command = said();
    EXPECT_EQ(rejection(small.ask_as_trainer(command)), Rejection::unknown) << "who spoke?";
    command.giver = prc;
    EXPECT_EQ(rejection(small.ask_as_trainer(command)), Rejection::unknown)
        << "PRC has nothing of it";
    command.giver = vt;
    const auto made = only<SpokenShareRegistered>(small.perform_as_trainer(command));
    EXPECT_EQ(made.giver, vt);
    small.perform(ovj, ConfirmSpokenShare{made.spoken, true});
    EXPECT_EQ(small.held(ovj, a03).form, Form::conclusion);
}

TEST_F(Spoken, carries_the_words_in_which_the_giver_got_it) {
    auto share = SmallCase::good_share();
    share.text = "In mijn woorden";
    small.perform(vt, share);
    auto passed_on = said({prc});
    const EntityId id = only<SpokenShareRegistered>(small.perform(ovj, passed_on)).spoken;
    const auto heard = only<ItemShared>(small.perform(prc, ConfirmSpokenShare{id, true}));
    EXPECT_EQ(heard.text, "In mijn woorden");
}

TEST_F(Spoken, happens_so_often_and_no_more) {
    for (std::size_t i = 0; i < limits::spoken_shares; ++i) {
        small.state.spoken[EntityId{i + 1}] = {};
    }
    EXPECT_EQ(refusal(vt, said()), Rejection::too_much);
}

TEST_F(Spoken, is_not_confirmed_beyond_the_number_of_shares_there_can_be) {
    const EntityId id = registered();
    for (std::size_t i = 0; i < limits::shares; ++i) small.state.shares[EntityId{i + 1000}] = {};
    EXPECT_EQ(refusal(ovj, ConfirmSpokenShare{id, true}), Rejection::too_much);
    EXPECT_EQ(refusal(ovj, ConfirmSpokenShare{id, false}), std::nullopt);
}

using GutFeelings = InformationTest;

TEST_F(GutFeelings, are_noted_in_words_about_an_item_or_nothing_in_particular) {
    EXPECT_EQ(refusal(vt, NoteGutFeeling{unseen, "Hm"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, NoteGutFeeling{a03, " "}), Rejection::empty_text);
    EXPECT_EQ(refusal(vt, NoteGutFeeling{{}, "Er klopt iets niet"}), std::nullopt);
    const auto noted = only<GutFeelingNoted>(small.perform(vt, NoteGutFeeling{a03, "Bang?"}));
    EXPECT_EQ(noted.participant, small.state.seats.at(vt).occupant);
    const GutFeeling& kept = small.state.gut_feelings.at(noted.note);
    EXPECT_EQ(kept.event.text, "Bang?");
    EXPECT_EQ(kept.at_sim_ms, small.sim_ms());
}

TEST_F(GutFeelings, go_with_the_person_not_with_the_role) {
    const auto noted = only<GutFeelingNoted>(small.perform(vt, NoteGutFeeling{{}, "Bang?"}));
    const GutFeeling& feeling = small.state.gut_feelings.at(noted.note);
    EXPECT_TRUE(sees(small.state, vt, feeling));
    EXPECT_FALSE(sees(small.state, prc, feeling));
    std::swap(small.state.seats[vt].occupant, small.state.seats[prc].occupant);
    EXPECT_FALSE(sees(small.state, vt, feeling));
    EXPECT_TRUE(sees(small.state, prc, feeling));
}

TEST_F(GutFeelings, of_a_trainer_who_stands_in_are_gone_with_the_trainer) {
    const GutFeeling feeling{{.note = EntityId{7}, .role = vt, .text = "Bang?"}, 0};
    EXPECT_FALSE(sees(small.state, vt, feeling));
    small.state.seats.at(vt).stand_in = true;
    EXPECT_TRUE(sees(small.state, vt, feeling));
    EXPECT_FALSE(sees(small.state, prc, feeling));
}

TEST_F(GutFeelings, are_limited_in_number) {
    for (std::size_t i = 0; i < limits::gut_feelings; ++i) {
        small.state.gut_feelings[EntityId{i + 1}] = {};
    }
    EXPECT_EQ(refusal(vt, NoteGutFeeling{a03, "Bang?"}), Rejection::too_much);
}

}  // namespace
}  // namespace casustafel::support
