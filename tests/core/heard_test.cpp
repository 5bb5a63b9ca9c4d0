// What a receiver heard aloud and noted: the giver says which item it was, or that it was not said.
#include "server/core/families/visible.hpp"

#include "information_fixture.hpp"

namespace casustafel::support {
namespace {

struct Heard : InformationTest {
    EntityId noted(const RoleId& by, const RoleId& giver) {
        return only<HeardNoted>(
                   small.perform(by, NoteHeard{giver, mirjam, Category::domestic_violence, "?"}))
            .heard;
    }
    static RegisterSpokenShare said(EntityId heard, std::vector<RoleId> to) {
        return {.item = a03,
                .to = std::move(to),
                .purpose = Purpose::charging_decision,
                .basis = wmovt,
                .form = Form::conclusion,
                .heard = heard};
    }
    bool sees(const RoleId& role, EntityId heard) const {
        return core::sees(small.state, role, small.state.heard.at(heard));
    }
};

TEST_F(Heard, is_seen_by_who_noted_it_and_who_said_it_and_discloses_nothing) {
    const EntityId id = noted(ovj, vt);
    EXPECT_TRUE(sees(ovj, id));
    EXPECT_TRUE(sees(vt, id));
    EXPECT_FALSE(sees(prc, id));
    EXPECT_EQ(small.held(ovj, a03).form, Form::silent);
}

TEST_F(Heard, becomes_a_share_when_the_giver_says_what_it_was) {
    const EntityId id = noted(ovj, vt);
    const auto events = small.perform(vt, said(id, {ovj, prc}));
    const auto& spoken = only<SpokenShareRegistered>(events);
    EXPECT_EQ(only<HeardAnswered>(events), (HeardAnswered{id, spoken.spoken}));
    EXPECT_EQ(only<SpokenShareAnswered>(events), (SpokenShareAnswered{spoken.spoken, ovj, true}));
    const auto& share = only<ItemShared>(events);
    EXPECT_TRUE(share.aloud);
    EXPECT_EQ(share.to, std::vector{ovj});
    EXPECT_EQ(small.held(ovj, a03).lawful_form, Form::conclusion);
    EXPECT_EQ(small.held(prc, a03).form, Form::silent) << "who has not confirmed";
    EXPECT_FALSE(sees(ovj, id));
    small.perform(prc, ConfirmSpokenShare{spoken.spoken, true});
    EXPECT_EQ(small.held(prc, a03).form, Form::conclusion);
}

TEST_F(Heard, can_be_denied_once_by_who_is_said_to_have_said_it) {
    const EntityId id = noted(ovj, vt);
    EXPECT_EQ(refusal(prc, DenyHeard{id}), Rejection::unknown);
    EXPECT_EQ(refusal(ovj, DenyHeard{id}), Rejection::unknown) << "its own note";
    EXPECT_EQ(only<HeardAnswered>(small.perform(vt, DenyHeard{id})),
              (HeardAnswered{id, EntityId::none}));
    EXPECT_EQ(refusal(vt, DenyHeard{id}), Rejection::already_answered);
    EXPECT_EQ(refusal(vt, said(id, {ovj})), Rejection::already_answered);
}

TEST_F(Heard, is_answered_only_by_its_giver_and_to_who_heard_it) {
    const EntityId id = noted(ovj, vt);
    EXPECT_EQ(refusal(vt, said(id, {prc})), Rejection::does_not_match);
    EXPECT_EQ(refusal(vt, said(EntityId{77}, {ovj})), Rejection::unknown);
    const EntityId other = noted(ovj, prc);
    EXPECT_EQ(refusal(vt, said(other, {ovj})), Rejection::unknown);
}

TEST_F(Heard, names_a_role_and_a_person_of_the_case) {
    const auto note = [&](const RoleId& giver, const PersonId& person) {
        return NoteHeard{giver, person, Category::police, ""};
    };
    EXPECT_EQ(refusal(ovj, note(RoleId{"NOWHERE"}, mirjam)), Rejection::unknown);
    EXPECT_EQ(refusal(ovj, note(vt, PersonId{"nobody"})), Rejection::unknown);
    EXPECT_EQ(refusal(ovj, note(ovj, mirjam)), Rejection::to_yourself);
}

}  // namespace
}  // namespace casustafel::support
