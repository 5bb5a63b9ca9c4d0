// The authority's agreement, consent, telling the person concerned and the privacy officer: who may
// ask, when the answer comes, and what that opens.
#include "server/core/families/visible.hpp"

#include "small_case.hpp"

namespace casustafel::support {
namespace {

const ItemId unseen{"P01"};

struct LegalSteps : ::testing::Test {
    SmallCase small;

    void SetUp() override {
        small.add_a03();
        small.add_item(unseen, pol, 2);
        small.find_role(ovj).gives_authority = true;
        small.scenario.consents = {{mirjam, "care", true, 20 * minute_ms, {"Goed", "Fine"}},
                                   {mirjam, "housing", false, 0, {"Nee", "No"}},
                                   {jesse, "", true, 5 * minute_ms, {"Ok", "Ok"}}};
        small.begin();
    }
    std::optional<Rejection> refusal(const RoleId& role, const Command& command) const {
        return rejection(small.ask(role, command));
    }
    EntityId asked(const RoleId& by = vt, const RoleId& to = prc) {
        return only<AuthorityAsked>(small.perform(by, AskAuthority{a03, to, "Nodig"})).question;
    }
    std::optional<bool> consent(const PersonId& person, const std::string& scope) const {
        const auto found = small.state.legal.consents.find({person, scope});
        if (found == small.state.legal.consents.end()) return std::nullopt;
        return found->second;
    }
    Light shared_light() {
        const auto shared = only<ItemShared>(small.perform(vt, SmallCase::good_share()));
        return light(shared.recipients.at(0).verdict);
    }
    void ways_ask(const Condition& asked) { small.scenario.items[0].grants[0].when = {asked}; }
};

using Authority = LegalSteps;

TEST_F(Authority, is_asked_with_a_reason_for_an_item_the_role_has) {
    EXPECT_EQ(refusal(vt, AskAuthority{unseen, prc, "Nodig"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, AskAuthority{{"no-such-item"}, prc, "Nodig"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, AskAuthority{a03, {"NOBODY"}, "Nodig"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, AskAuthority{a03, vt, "Nodig"}), Rejection::to_yourself);
    EXPECT_EQ(refusal(vt, AskAuthority{a03, prc, " "}), Rejection::empty_text);
    const auto question = asked();
    const AuthorityQuestion& kept = small.state.legal.authority.at(question);
    EXPECT_EQ(kept.event.by, vt);
    EXPECT_EQ(kept.at_sim_ms, small.sim_ms());
    EXPECT_EQ(kept.agreed, std::nullopt);
}

TEST_F(Authority, is_not_asked_by_itself_or_where_there_is_none) {
    small.give(ovj, a03, Form::summary);
    EXPECT_EQ(refusal(ovj, AskAuthority{a03, prc, "Nodig"}), Rejection::already_so);
    small.find_role(ovj).gives_authority = false;
    EXPECT_EQ(refusal(vt, AskAuthority{a03, prc, "Nodig"}), Rejection::no_recipients);
}

TEST_F(Authority, is_asked_the_same_again_only_after_a_no) {
    const auto first = asked();
    EXPECT_EQ(refusal(vt, AskAuthority{a03, prc, "Toch"}), Rejection::already_so);
    EXPECT_EQ(refusal(vt, AskAuthority{a03, jon, "Ook"}), std::nullopt) << "another recipient";
    small.perform(ovj, AnswerAuthority{first, false, "Te vroeg"});
    const auto second = asked();
    small.perform(ovj, AnswerAuthority{second, true, ""});
    EXPECT_EQ(refusal(vt, AskAuthority{a03, prc, "Nog eens"}), Rejection::already_so);
}

TEST_F(Authority, answers_once_and_by_who_has_it) {
    const auto question = asked();
    EXPECT_EQ(refusal(vt, AnswerAuthority{question, true, ""}), Rejection::no_power);
    EXPECT_EQ(refusal(prc, AnswerAuthority{question, true, ""}), Rejection::unknown)
        << "not even the recipient knows of it";
    EXPECT_EQ(refusal(ovj, AnswerAuthority{EntityId{1}, true, ""}), Rejection::unknown);
    small.perform(ovj, AnswerAuthority{question, true, "Akkoord"});
    const AuthorityQuestion& kept = small.state.legal.authority.at(question);
    EXPECT_EQ(kept.agreed, true);
    EXPECT_EQ(kept.answered_by, ovj);
    EXPECT_EQ(kept.text, "Akkoord");
    EXPECT_EQ(refusal(ovj, AnswerAuthority{question, false, ""}), Rejection::already_answered);
    EXPECT_TRUE(sees(small.state, vt, kept));
    EXPECT_FALSE(sees(small.state, prc, kept));
}

TEST_F(Authority, is_asked_so_often_and_no_more) {
    for (std::size_t i = 0; i < limits::authority_questions; ++i) {
        small.state.legal.authority[EntityId{i + 1}] = {};
    }
    EXPECT_EQ(refusal(vt, AskAuthority{a03, prc, "Nodig"}), Rejection::too_much);
}

TEST_F(Authority, opens_the_ways_that_ask_for_it) {
    small.find_role(ovj).gives_authority = false;
    small.find_role(pol).gives_authority = true;
    ways_ask(condition(ConditionKind::authority_agrees));
    EXPECT_EQ(shared_light(), Light::red);
    small.perform(pol, AnswerAuthority{asked(vt, ovj), true, ""});
    EXPECT_EQ(shared_light(), Light::green);
}

using Consents = LegalSteps;

TEST_F(Consents, come_when_and_as_the_case_says) {
    small.perform(vt, AskConsent{mirjam, "care"});
    small.pass(20 * minute_ms - 1);
    EXPECT_EQ(consent(mirjam, "care"), std::nullopt);
    small.pass(1);
    EXPECT_EQ(consent(mirjam, "care"), true);
    EXPECT_TRUE(small.state.legal.consents_asked.empty());
}

TEST_F(Consents, without_delay_come_a_moment_later) {
    small.perform(vt, AskConsent{mirjam, "housing"});
    EXPECT_EQ(consent(mirjam, "housing"), std::nullopt);
    small.pass(1);
    EXPECT_EQ(consent(mirjam, "housing"), false);
}

TEST_F(Consents, of_which_the_case_says_nothing_are_refused_after_half_an_hour) {
    small.perform(vt, AskConsent{mirjam, "something else"});
    small.pass(limits::consent_answer_ms - 1);
    EXPECT_EQ(consent(mirjam, "something else"), std::nullopt);
    small.pass(1);
    EXPECT_EQ(consent(mirjam, "something else"), false);
}

TEST_F(Consents, given_for_everything_are_not_taken_back_because_a_part_is_asked) {
    small.state.legal.consents[{mirjam, ""}] = true;
    small.perform(prc, AskConsent{mirjam, "something else"});
    small.pass(limits::consent_answer_ms);
    EXPECT_EQ(consent(mirjam, "something else"), true);
}

TEST_F(Consents, are_asked_about_an_item_that_one_has_without_knowing_what_there_is_to_ask) {
    ways_ask(condition(ConditionKind::consent, mirjam, "care"));
    EXPECT_EQ(refusal(vt, AskConsent{mirjam, "", unseen}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, AskConsent{mirjam, "", {"no-such-item"}}), Rejection::unknown);
    const auto asked = only<ConsentAsked>(small.perform(vt, AskConsent{mirjam, "", a03}));
    EXPECT_EQ(asked.scope, "care");
    EXPECT_EQ(refusal(vt, AskConsent{mirjam, "", a03}), Rejection::already_so);
    small.pass(20 * minute_ms);
    EXPECT_EQ(consent(mirjam, "care"), true);
    EXPECT_TRUE(sees_consent(small.state, vt, mirjam, a03.value));
    EXPECT_FALSE(sees_consent(small.state, vt, mirjam, "care")) << "the case's own word for it";
    EXPECT_EQ(shared_light(), Light::green);
}

TEST_F(Consents, about_an_item_that_asks_for_none_are_answered_like_any_other) {
    const auto asked = only<ConsentAsked>(small.perform(vt, AskConsent{mirjam, "", a03}));
    small.pass(limits::consent_answer_ms);
    EXPECT_EQ(consent(mirjam, asked.scope), false);
}

TEST_F(Consents, that_were_taken_back_are_not_given_again_by_asking_once_more) {
    small.perform(vt, AskConsent{mirjam, "care"});
    small.pass(20 * minute_ms);
    apply(small.state, Record{.events = {FactsChanged{{.consents = {{mirjam, "care", false}}}}}});
    small.perform(prc, AskConsent{mirjam, "care"});
    small.pass(60 * minute_ms);
    EXPECT_EQ(consent(mirjam, "care"), false);
}

TEST_F(Consents, scripted_for_everything_answer_every_scope) {
    small.perform(vt, AskConsent{jesse, "school"});
    small.pass(5 * minute_ms);
    EXPECT_EQ(consent(jesse, "school"), true);
    EXPECT_EQ(consent(jesse, ""), std::nullopt) << "only what was asked is answered";
}

TEST_F(Consents, wait_through_a_cut) {
    small.pass(8 * 60 * minute_ms - 10 * minute_ms);
    small.perform(vt, AskConsent{mirjam, "care"});
    small.pass(10 * minute_ms + 10 * minute_ms - 1);
    EXPECT_EQ(consent(mirjam, "care"), std::nullopt);
    small.pass(1);
    EXPECT_EQ(consent(mirjam, "care"), true);
}

TEST_F(Consents, are_asked_of_people_of_the_case_and_once_by_each_role) {
    EXPECT_EQ(refusal(vt, AskConsent{{"nobody"}, "care"}), Rejection::unknown);
    small.perform(vt, AskConsent{mirjam, "care"});
    EXPECT_EQ(refusal(vt, AskConsent{mirjam, "care"}), Rejection::already_so);
    small.pass(20 * minute_ms);
    EXPECT_EQ(refusal(vt, AskConsent{mirjam, "care"}), Rejection::already_so);
    small.perform(prc, AskConsent{mirjam, "care"});
    EXPECT_TRUE(sees_consent(small.state, prc, mirjam, "care"));
}

TEST_F(Consents, asked_by_a_second_role_tell_it_nothing_of_the_first) {
    const auto heard = [&](const RoleId& role) {
        const auto found = small.state.legal.consent_subjects.find({role, {mirjam, "care"}});
        return found == small.state.legal.consent_subjects.end() ? std::nullopt
                                                                 : found->second.heard;
    };
    small.perform(vt, AskConsent{mirjam, "care"});
    small.pass(minute_ms);
    EXPECT_FALSE(sees_consent(small.state, prc, mirjam, "care"));
    small.perform(prc, AskConsent{mirjam, "care"});
    EXPECT_TRUE(sees_consent(small.state, prc, mirjam, "care"));
    EXPECT_FALSE(sees_consent(small.state, jon, mirjam, "care"));
    small.pass(19 * minute_ms);
    EXPECT_EQ(consent(mirjam, "care"), true);
    EXPECT_EQ(heard(vt), true);
    EXPECT_EQ(heard(prc), std::nullopt) << "it waits as long as the first did";
    small.pass(minute_ms);
    EXPECT_EQ(heard(prc), true);
    EXPECT_FALSE(sees_consent(small.state, jon, mirjam, "care")) << "it is for who asked";
}

TEST_F(Consents, brought_by_what_happens_end_the_waiting) {
    small.perform(vt, AskConsent{mirjam, "care"});
    apply(small.state, Record{.events = {FactsChanged{{.consents = {{mirjam, "care", false}}}}}});
    EXPECT_EQ(consent(mirjam, "care"), false);
    small.pass(30 * minute_ms);
    EXPECT_EQ(consent(mirjam, "care"), false) << "the script came too late";
}

TEST_F(Consents, are_asked_so_often_and_no_more) {
    for (std::size_t i = 0; i < limits::consent_questions; ++i) {
        small.state.legal.consents[{mirjam, std::to_string(i)}] = false;
    }
    EXPECT_EQ(refusal(vt, AskConsent{mirjam, "care"}), Rejection::too_much);
}

TEST_F(Consents, open_the_ways_that_ask_for_them) {
    ways_ask(condition(ConditionKind::consent, mirjam, "care"));
    EXPECT_EQ(shared_light(), Light::red);
    small.perform(vt, AskConsent{mirjam, "care"});
    small.pass(20 * minute_ms);
    EXPECT_EQ(shared_light(), Light::green);
}

using Informing = LegalSteps;

TEST_F(Informing, is_done_in_words_and_once_by_each_role) {
    EXPECT_EQ(refusal(vt, InformPerson{{"nobody"}, "Dag"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, InformPerson{mirjam, ""}), Rejection::empty_text);
    small.perform(vt, InformPerson{mirjam, "Ik deel dit met de officier."});
    EXPECT_EQ(small.state.legal.informed.at({vt, mirjam}), "Ik deel dit met de officier.");
    EXPECT_EQ(refusal(vt, InformPerson{mirjam, "Nog eens"}), Rejection::already_so);
    EXPECT_EQ(refusal(prc, InformPerson{mirjam, "Ik ook"}), std::nullopt);
}

TEST_F(Informing, happens_so_often_and_no_more) {
    for (std::size_t i = 0; i < limits::informings; ++i) {
        small.state.legal.informed[{vt, PersonId{std::to_string(i)}}] = "ja";
    }
    EXPECT_EQ(refusal(vt, InformPerson{mirjam, "Dag"}), Rejection::too_much);
}

TEST_F(Informing, opens_the_ways_that_ask_for_it) {
    ways_ask(condition(ConditionKind::person_is_informed));
    EXPECT_EQ(shared_light(), Light::red);
    small.perform(vt, InformPerson{mirjam, "Ik deel dit."});
    EXPECT_EQ(shared_light(), Light::green);
}

using PrivacyOfficer = LegalSteps;

TEST_F(PrivacyOfficer, advises_on_items_the_role_has) {
    EXPECT_EQ(refusal(vt, AskPrivacyOfficer{unseen, prc, Purpose::care}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, AskPrivacyOfficer{a03, {"NOBODY"}, Purpose::care}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, AskPrivacyOfficer{a03, vt, Purpose::care}), Rejection::to_yourself);
    const auto given =
        only<PrivacyAdviceGiven>(small.perform(vt, AskPrivacyOfficer{a03, prc, Purpose::care}));
    EXPECT_EQ(given, (PrivacyAdviceGiven{vt, a03, prc, Purpose::care, 0}));
    EXPECT_EQ(refusal(vt, AskPrivacyOfficer{a03, prc, Purpose::care}), Rejection::already_so);
}

TEST_F(PrivacyOfficer, has_time_for_three_questions_of_the_whole_group_in_a_round) {
    EXPECT_EQ(privacy_questions_left(small.state), 3u);
    small.perform(vt, AskPrivacyOfficer{a03, prc, Purpose::care});
    small.perform(pol, AskPrivacyOfficer{unseen, vt, Purpose::care});
    small.perform(vt, AskPrivacyOfficer{a03, jon, Purpose::care});
    EXPECT_EQ(privacy_questions_left(small.state), 0u);
    EXPECT_EQ(refusal(pol, AskPrivacyOfficer{unseen, jon, Purpose::care}),
              Rejection::privacy_officer_busy);
}

TEST_F(PrivacyOfficer, has_time_again_in_the_next_round) {
    small.scenario.rounds.push_back({});
    small.scenario.segments[1].round = 1;
    for (const RoleId& to : {prc, jon, ovj}) {
        small.perform(vt, AskPrivacyOfficer{a03, to, Purpose::care});
    }
    small.pass(8 * 60 * minute_ms + minute_ms);
    EXPECT_EQ(privacy_questions_left(small.state), 3u);
    const auto given =
        only<PrivacyAdviceGiven>(small.perform(vt, AskPrivacyOfficer{a03, pol, Purpose::care}));
    EXPECT_EQ(given.round, 1);
}

TEST_F(PrivacyOfficer, opens_the_ways_that_ask_for_advice) {
    ways_ask(condition(ConditionKind::privacy_advice));
    EXPECT_EQ(shared_light(), Light::red);
    small.perform(vt, AskPrivacyOfficer{a03, ovj, Purpose::charging_decision});
    EXPECT_EQ(shared_light(), Light::green);
}

}  // namespace
}  // namespace casustafel::support
