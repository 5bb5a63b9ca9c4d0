// What each kind of viewer sees of each kind of thing, by example.
#include <gtest/gtest.h>

#include <set>

#include "small_table.hpp"

namespace casustafel::view {
namespace {

using core::Form;

const Viewer by_pol = role_viewer(pol), by_ovj = role_viewer(ovj), by_won = role_viewer(won);

struct Projection : ::testing::Test {
    SmallTable table;

    std::set<std::string> kinds(const Viewer& viewer) {
        std::set<std::string> found;
        for (const Key& key : keys(table.play.state(), viewer))
            if (table.seen(viewer, key)) found.insert(key.substr(0, key.find(':')));
        return found;
    }
    v1::Item item(const Viewer& viewer) { return table.seen(viewer, "item:A01")->item(); }
    v1::Share share(const Viewer& viewer, core::EntityId id) {
        return table.seen(viewer, key("share", id))->share();
    }
};

TEST_F(Projection, shows_the_lobby_to_everybody_and_to_a_role_its_own_card) {
    const std::set<std::string> lobby{"session", "table", "role", "participant"};
    EXPECT_EQ(kinds(seat_viewer()), lobby);
    auto with_card = lobby;
    with_card.insert("role_card");
    EXPECT_EQ(kinds(by_pol), with_card);
    EXPECT_FALSE(table.seen(by_pol, "role_card:OVJ"));
    EXPECT_EQ(table.seen(by_pol, "role_card:POL")->role_card().task().nl(), "taak van POL");
}

TEST_F(Projection, shows_the_case_to_roles_and_not_to_seats_once_it_has_started) {
    table.start();
    EXPECT_EQ(kinds(by_won),
              (std::set<std::string>{"session", "table", "role", "participant", "role_card",
                                     "person", "basis", "triage", "privacy_officer"}));
    EXPECT_TRUE(kinds(by_pol).contains("item"));
    EXPECT_TRUE(kinds(by_pol).contains("meeting"));
    EXPECT_EQ(kinds(seat_viewer()).size(), 4u);
}

TEST_F(Projection, says_of_a_basis_where_it_comes_from_and_whether_a_jurist_confirmed_it) {
    table.start();
    for (const Viewer& viewer : {by_pol, by_won}) {
        const v1::Basis basis = table.seen(viewer, "basis:WPG")->basis();
        EXPECT_EQ(basis.source(), "Wpg art. 16");
        EXPECT_EQ(basis.dated(), "2025-03-01");
        EXPECT_FALSE(basis.confirmed());
    }
}

TEST_F(Projection, gives_an_original_holder_everything_of_its_item) {
    table.start();
    const v1::Item own = item(by_pol);
    EXPECT_EQ(own.form(), 5u);
    EXPECT_EQ(own.title().nl(), "De melding");
    EXPECT_EQ(own.text().nl(), "Er is gebeld om acht uur. (meldkamer)");
    EXPECT_EQ(own.caution().en(), "Careful.");
    EXPECT_TRUE(own.original());
    ASSERT_EQ(own.as_sent_size(), 5);
    EXPECT_EQ(own.as_sent(0).nl(), "Er is iets bekend over Mirjam.");
    EXPECT_EQ(own.as_sent(0).en(), "Something is known about Mirjam.");
    EXPECT_EQ(own.as_sent(1).nl(), "Wacht met bellen.");
    EXPECT_EQ(own.as_sent(2).nl(), "") << "the author said no summary: the giver writes it";
}

TEST_F(Projection, shows_of_a_pointer_only_about_whom_something_is_known) {
    table.start();
    table.share(Form::pointer, {ovj});
    const v1::Item pointer = item(by_ovj);
    EXPECT_EQ(pointer.text().nl(), "Er is iets bekend over Mirjam.");
    EXPECT_EQ(pointer.received_from(), "POL");
    EXPECT_EQ(pointer.as_sent_size(), 1);
    EXPECT_FALSE(pointer.has_title());
    EXPECT_FALSE(pointer.has_source());
    EXPECT_FALSE(pointer.has_caution());
    EXPECT_FALSE(table.seen(by_won, "item:A01"));
}

TEST_F(Projection, shows_the_title_from_a_summary_and_the_source_from_the_facts) {
    table.start();
    table.share(Form::summary, {ovj});
    EXPECT_EQ(item(by_ovj).title().en(), "The report");
    EXPECT_FALSE(item(by_ovj).has_source());
    table.share(Form::facts, {ovj});
    EXPECT_EQ(item(by_ovj).source().nl(), "meldkamer");
    EXPECT_EQ(item(by_ovj).text().nl(), "Er is gebeld om acht uur.");
}

TEST_F(Projection, shows_the_givers_own_words_in_both_languages_and_never_the_authors_beside_them) {
    table.start();
    table.share(Form::conclusion, {ovj}, "Bel mij.");
    EXPECT_EQ(item(by_ovj).text().nl(), "Bel mij.");
    EXPECT_EQ(item(by_ovj).text().en(), "");  // the same as in Dutch
    EXPECT_EQ(item(by_ovj).as_sent(1).nl(), "Bel mij.");
}

TEST_F(Projection, shows_verdicts_to_trainers_only_also_after_the_end) {
    table.start();
    const core::EntityId id = table.share(Form::facts, {ovj, won});
    table.play.must(support::trainer(), core::EndSession{});
    EXPECT_EQ(share(by_ovj, id).verdicts_size(), 0);
    EXPECT_EQ(share(by_pol, id).verdicts_size(), 0);
    ASSERT_EQ(share(trainer_viewer(), id).verdicts_size(), 2);
    EXPECT_EQ(share(trainer_viewer(), id).verdicts(0).light(), "red");
}

TEST_F(Projection, names_the_request_a_share_answers_only_to_those_who_see_the_request) {
    table.start();
    const auto events = table.play.must(
        table.at_ovj, core::AskForInformation{{pol}, {"MIRJAM"}, core::Category::police, {}, ""});
    const auto request = std::get<core::RequestMade>(events.front()).request;
    const core::EntityId id = table.share(Form::conclusion, {ovj, won}, {}, request);
    EXPECT_NE(share(by_ovj, id).request(), 0u);
    EXPECT_NE(share(by_pol, id).request(), 0u);
    EXPECT_NE(share(trainer_viewer(), id).request(), 0u);
    EXPECT_EQ(share(by_won, id).request(), 0u);
}

TEST_F(Projection, shows_the_asker_all_answers_and_an_addressee_its_own) {
    table.start();
    const core::EntityId id = table.ask();
    table.play.must(table.at_won, core::RefuseRequest{id, core::RefusalReason::privacy, "Nee"});
    const Key request = key("request", id);
    EXPECT_EQ(table.seen(by_ovj, request)->request().answers_size(), 1);
    EXPECT_EQ(table.seen(by_won, request)->request().answers(0).reason(), "privacy");
    EXPECT_EQ(table.seen(by_pol, request)->request().answers_size(), 0);
    EXPECT_EQ(table.seen(trainer_viewer(), request)->request().answers_size(), 1);
}

TEST_F(Projection, gives_no_reason_with_an_answer_that_is_no_refusal) {
    table.start();
    const core::EntityId id = table.ask();
    table.play.must(table.at_won, core::AnswerNotHere{id});
    EXPECT_EQ(table.seen(by_ovj, key("request", id))->request().answers(0).reason(), "");
}

TEST_F(Projection, shows_a_notice_to_its_addressees_once_it_took_effect_and_controls_to_trainers) {
    table.start();
    table.play.must(support::trainer(), core::FireInject{storm});
    EXPECT_FALSE(table.seen(by_won, "notice:STORM"));
    EXPECT_EQ(table.seen(trainer_viewer(), "inject:STORM")->inject_control().effective_in_ms(),
              10'000);
    table.play.pass(10'000);
    EXPECT_EQ(table.seen(by_won, "notice:STORM")->notice().text().nl(), "Harde wind");
    EXPECT_TRUE(table.seen(trainer_viewer(), "notice:STORM"));
    EXPECT_FALSE(table.seen(by_pol, "notice:STORM"));
    EXPECT_FALSE(table.seen(by_won, "inject:STORM"));
    EXPECT_EQ(table.seen(trainer_viewer(), "inject:STORM")->inject_control().status(), "effective");
}

TEST_F(Projection, shows_who_has_what_to_trainers_only) {
    table.start();
    table.share(Form::summary, {ovj});
    const auto holding = table.seen(trainer_viewer(), "holding:OVJ:A01");
    ASSERT_TRUE(holding);
    EXPECT_EQ(holding->holding().form(), 3u);
    for (const Viewer& viewer : {by_pol, by_ovj, by_won, seat_viewer()})
        EXPECT_FALSE(table.seen(viewer, "holding:OVJ:A01"));
}

TEST_F(Projection, shows_a_weighing_to_the_role_that_recorded_it_and_to_trainers) {
    table.start();
    table.play.must(table.at_pol, core::RecordWeighing{a01, "a", "b", "c", "d"});
    EXPECT_EQ(table.seen(by_pol, "weighing:A01")->weighing().role(), "POL");
    EXPECT_EQ(table.seen(trainer_viewer(), "weighing:POL:A01")->weighing().tried(), "a");
    EXPECT_FALSE(table.seen(by_ovj, "weighing:A01"));
    EXPECT_FALSE(table.seen(by_pol, "weighing:POL:A01"));
}

TEST_F(Projection, tells_how_fast_the_case_runs) {
    table.start();
    table.play.pass(60'000);
    const v1::Session session = table.seen(seat_viewer(), "session")->session();
    EXPECT_TRUE(session.running());
    EXPECT_EQ(session.rate_permille(), 8'000) << "eight hours in one";
    EXPECT_EQ(session.sim_ms(), 9 * 3'600'000 + 8 * 60'000);
    EXPECT_EQ(session.round().nl(), "Eerste");
    EXPECT_EQ(session.round_number(), 1u);
}

TEST_F(Projection, of_a_key_that_is_none_is_nothing) {
    table.start();
    for (const char* none : {"", "nonsense", "item", "item:", "item:NOWHERE", "share:xyz", "share:",
                             "role:NOWHERE", "participant:999", "session:1", "weighing:A:B:C"})
        for (const Viewer& viewer : {by_pol, trainer_viewer(), seat_viewer()})
            EXPECT_FALSE(table.seen(viewer, none)) << none;
}

}  // namespace
}  // namespace casustafel::view
