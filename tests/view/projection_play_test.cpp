// What each kind of viewer sees of decisions, the plan, the swap, legal steps and the trainer's
// work, by example.
#include <gtest/gtest.h>

#include "small_table.hpp"

namespace casustafel::view {
namespace {

using core::Form;

const Key decision_key = "decision:D1";

const Viewer by_pol = role_viewer(pol), by_ovj = role_viewer(ovj), by_won = role_viewer(won);
const Viewer by_trainer = trainer_viewer();

// POL, OVJ and WON at one table. OVJ decides, agrees and has a power; WON writes the plan with OVJ.
core::Scenario whole_scenario() {
    core::Scenario scenario = small_scenario();
    scenario.roles[1].gives_authority = true;
    scenario.tables.push_back({.id = {"V"}, .name = {"V", "V"}, .answer_within_ms = 1});
    core::Decision decision;
    decision.id = {"D1"};
    decision.table = {"Z"};
    decision.deciders = {ovj};
    decision.deadline_sim_ms = scenario.end_sim_ms();
    decision.options = {{.id = {"O1"}, .must_cite = {a01}, .prevented_by = {a01}}};
    scenario.decisions = {decision};
    scenario.powers = {{{"P1"}, {"Macht", "Power"}, {ovj}, {won}}};
    core::Intervention intervention;
    intervention.id = {"V1"};
    intervention.power = {"P1"};
    scenario.interventions = {intervention};
    scenario.plan = core::PlanTask{{"V"}, {ovj, won}, 2};
    scenario.swap = core::SwapPlan{.after_round = 2, .pairs = {{pol, won}}};
    scenario.meetings[0].known_to = {won};
    scenario.meetings[0].chair = pol;
    scenario.tracks = {{{"MIRJAM"}, core::Track::safety, 4}};
    scenario.consents = {{{"MIRJAM"}, "zorg", true, 60'000, {"Goed.", "Fine."}}};
    scenario.trainer_page = {"Draaiboek", "Trainer's page"};
    scenario.endings = {{{"E1"}, {"Einde", "End"}, {}, {}, {}, {}}};
    return scenario;
}

struct Played : ::testing::Test {
    core::Scenario scenario = whole_scenario();
    support::Play play{scenario};
    core::Actor at_pol = play.seat(pol), at_ovj = play.seat(ovj), at_won = play.seat(won);

    void SetUp() override { play.must(support::trainer(), core::StartSession{}); }

    std::optional<v1::Entity> seen(const Viewer& viewer, const Key& sought) const {
        return project(play.state(), play.now(), viewer, sought);
    }
    // POL tells this role what it has.
    void tell(const core::RoleId& to, Form form = Form::conclusion) {
        play.must(at_pol, core::ShareItem{.item = a01, .to = {to}, .basis = {"WPG"}, .form = form});
    }
    template <class Event>
    Event made(const core::Actor& actor, const core::Command& command) {
        return std::get<Event>(play.must(actor, command).front());
    }
    void take_decision() {
        tell(ovj);
        play.must(at_ovj, core::TakeDecision{{"D1"}, {"O1"}, {{a01, core::Mark::fact}}, "waarom"});
    }
    void swap_pol_and_won() {
        play.must(support::trainer(), core::StartSwap{{{pol, won}}});
        play.must(support::trainer(), core::AdvanceSwap{});
        play.must(support::trainer(), core::AdvanceSwap{});
    }
};

TEST_F(Played, a_decision_waits_before_the_eyes_of_its_deciders_and_of_trainers_only) {
    take_decision();
    for (const Viewer& viewer : {by_ovj, by_trainer}) {
        const v1::Decision decision = seen(viewer, "decision:D1")->decision();
        EXPECT_EQ(decision.status(), "pending");
        EXPECT_EQ(decision.effective_in_ms(), 10'000);
        EXPECT_EQ(decision.text(), "waarom");
    }
    const v1::Decision other = seen(by_won, "decision:D1")->decision();
    EXPECT_EQ(other.status(), "open");
    EXPECT_EQ(other.option() + other.taken_by() + other.text(), "");
    play.pass(10'000);
    EXPECT_EQ(seen(by_won, "decision:D1")->decision().status(), "taken");
    EXPECT_FALSE(seen(seat_viewer(), "decision:D1"));
}

TEST_F(Played, a_cited_item_is_named_to_who_has_something_of_it) {
    take_decision();
    play.pass(10'000);
    const auto cited = [&](const Viewer& viewer) {
        return seen(viewer, "decision:D1")->decision().cited(0);
    };
    EXPECT_EQ(cited(by_pol).item(), "A01");
    EXPECT_EQ(cited(by_trainer).item(), "A01");
    EXPECT_EQ(cited(by_won).item(), "");
    EXPECT_EQ(cited(by_won).as(), "fact");
    tell(won, Form::pointer);
    EXPECT_EQ(cited(by_won).item(), "A01");
}

TEST_F(Played, an_option_says_that_something_must_be_cited_and_not_what) {
    const v1::Decision decision = seen(by_won, "decision:D1")->decision();
    EXPECT_TRUE(decision.must_cite());
    EXPECT_EQ(decision.DebugString().find("A01"), std::string::npos);
}

TEST_F(Played, an_intervention_shows_to_who_has_its_power_and_the_power_to_all_roles) {
    EXPECT_TRUE(seen(by_ovj, "intervention:V1"));
    EXPECT_TRUE(seen(by_trainer, "intervention:V1"));
    EXPECT_FALSE(seen(by_won, "intervention:V1"));
    const v1::Power power = seen(by_won, "power:P1")->power();
    EXPECT_EQ(power.holders(0), "OVJ");
    EXPECT_EQ(power.DebugString().find("WON"), std::string::npos);  // whom it affects
    EXPECT_FALSE(seen(seat_viewer(), "power:P1"));
}

TEST_F(Played, an_action_shows_to_the_roles_of_the_plan_and_to_whom_it_names_until_withdrawn) {
    tell(ovj);
    core::ActionTerms terms{.text = "bel haar", .lead = won, .items = {a01}};
    const auto id = made<core::ActionAdded>(at_ovj, core::AddAction{terms}).action;
    EXPECT_EQ(seen(by_ovj, key("action", id))->action().items(0).item(), "A01");
    EXPECT_EQ(seen(by_won, key("action", id))->action().items(0).item(), "");
    EXPECT_FALSE(seen(by_pol, key("action", id)));
    EXPECT_FALSE(seen(by_pol, "plan"));
    terms.informed = {pol};
    play.must(at_ovj, core::ChangeAction{id, terms});
    EXPECT_TRUE(seen(by_pol, key("action", id)));
    play.must(at_won, core::WithdrawAction{id});
    for (const Viewer& viewer : {by_ovj, by_won, by_pol, by_trainer})
        EXPECT_FALSE(seen(viewer, key("action", id)));
}

TEST_F(Played, what_was_said_aloud_is_named_to_a_receiver_once_it_confirms) {
    const auto id =
        made<core::SpokenShareRegistered>(
            at_pol,
            core::RegisterSpokenShare{
                .item = a01, .to = {ovj, won}, .basis = {"WPG"}, .form = Form::conclusion})
            .spoken;
    EXPECT_EQ(seen(by_pol, key("spoken", id))->spoken().item(), "A01");
    EXPECT_EQ(seen(by_ovj, key("spoken", id))->spoken().item(), "");
    EXPECT_EQ(seen(by_ovj, key("spoken", id))->spoken().about(0), "MIRJAM");
    play.must(at_ovj, core::ConfirmSpokenShare{id, true});
    EXPECT_EQ(seen(by_ovj, key("spoken", id))->spoken().item(), "A01");
    EXPECT_EQ(seen(by_won, key("spoken", id))->spoken().item(), "");
    EXPECT_EQ(seen(by_won, key("spoken", id))->spoken().heard(0), "OVJ");
    play.must(at_won, core::ConfirmSpokenShare{id, false});
    for (const Viewer& viewer : {by_pol, by_ovj, by_won, by_trainer})
        EXPECT_FALSE(seen(viewer, key("spoken", id)));
    EXPECT_FALSE(seen(by_won, "item:A01"));
}

TEST_F(Played, which_swap_the_case_lays_down_is_for_trainers_alone) {
    ASSERT_EQ(seen(by_trainer, "session")->session().planned_swap_size(), 1);
    EXPECT_EQ(seen(by_trainer, "session")->session().planned_swap(0).one(), "POL");
    EXPECT_EQ(seen(by_trainer, "session")->session().planned_swap(0).other(), "WON");
    for (const Viewer& viewer : {by_pol, by_ovj, by_won, seat_viewer()})
        EXPECT_EQ(seen(viewer, "session")->session().planned_swap_size(), 0);
}

TEST_F(Played, the_authors_page_is_for_trainers_alone_from_the_lobby_on) {
    const support::Play lobby(scenario);
    for (const core::State* state : {&lobby.state(), &play.state()}) {
        const auto page = [&](const Viewer& viewer) {
            return project(*state, play.now(), viewer, "trainer_page");
        };
        ASSERT_TRUE(page(by_trainer));
        EXPECT_EQ(page(by_trainer)->trainer_page().text().nl(), "Draaiboek");
        EXPECT_FALSE(page(by_pol));
        EXPECT_FALSE(page(role_viewer({})));
    }
}

TEST_F(Played, who_called_a_pause_is_for_trainers_alone) {
    play.must(at_pol, core::CallPause{});
    const auto caller = static_cast<std::uint32_t>(at_pol.participant);
    EXPECT_EQ(seen(by_trainer, "session")->session().pause_called_by(), caller);
    for (const Viewer& viewer : {by_pol, by_ovj, by_won, seat_viewer()}) {
        EXPECT_EQ(seen(viewer, "session")->session().phase(), "paused");
        EXPECT_EQ(seen(viewer, "session")->session().pause_called_by(), 0U);
    }
    play.must(support::trainer(), core::ResumeSession{});
    EXPECT_EQ(seen(by_trainer, "session")->session().pause_called_by(), 0U);
}

TEST_F(Played, a_handover_note_belongs_to_the_role_and_stays_with_it) {
    play.must(support::trainer(), core::StartSwap{{{pol, won}}});
    play.must(at_pol, core::WriteHandoverNote{"let op", {a01}, {}});
    EXPECT_TRUE(seen(by_pol, "swap")->swap().note_written());
    EXPECT_FALSE(seen(by_won, "swap")->swap().note_written());
    EXPECT_EQ(seen(seat_viewer(), "swap")->swap().stage(), "writing");
    EXPECT_TRUE(seen(by_trainer, "session")->session().swapping());
    EXPECT_FALSE(seen(by_trainer, "session")->session().running());
    play.must(support::trainer(), core::AdvanceSwap{});
    play.must(support::trainer(), core::AdvanceSwap{});
    EXPECT_EQ(seen(by_pol, "handover:POL")->handover_note().items(0), "A01");
    EXPECT_TRUE(seen(by_trainer, "handover:POL"));
    for (const Viewer& viewer : {by_won, by_ovj, seat_viewer()})
        EXPECT_FALSE(seen(viewer, "handover:POL"));
    EXPECT_FALSE(seen(by_pol, "swap"));
}

TEST_F(Played, a_gut_feeling_goes_with_its_participant_and_leaves_the_item_behind) {
    const auto id = made<core::GutFeelingNoted>(at_pol, core::NoteGutFeeling{a01, "vreemd"}).note;
    EXPECT_EQ(seen(by_pol, key("gut_feeling", id))->gut_feeling().item(), "A01");
    EXPECT_FALSE(seen(by_won, key("gut_feeling", id)));
    swap_pol_and_won();
    EXPECT_FALSE(seen(by_pol, key("gut_feeling", id)));
    EXPECT_EQ(seen(by_won, key("gut_feeling", id))->gut_feeling().text(), "vreemd");
    EXPECT_EQ(seen(by_won, key("gut_feeling", id))->gut_feeling().item(), "");
    EXPECT_EQ(seen(by_trainer, key("gut_feeling", id))->gut_feeling().item(), "A01");
}

TEST_F(Played, a_swap_shows_who_sits_where_and_gives_open_requests_more_time) {
    const auto id =
        made<core::RequestMade>(
            at_ovj, core::AskForInformation{{pol}, {"MIRJAM"}, core::Category::police, {}, "Wat?"})
            .request;
    const auto term = [&] {
        return seen(by_pol, key("request", id))->request().term_ends_sim_ms(0);
    };
    const std::int64_t before = term();
    swap_pol_and_won();
    EXPECT_EQ(term(), before + 300'000);
    EXPECT_EQ(seen(seat_viewer(), "role:POL")->role().occupant(),
              static_cast<std::uint32_t>(at_won.participant));
    EXPECT_EQ(seen(by_ovj, "participant:3")->participant().roles(0), "POL");
}

// A swap puts off only the terms of who has not answered: another's term would tell whether it has.
TEST_F(Played, an_addressee_is_told_its_own_term_and_no_others) {
    const auto id =
        made<core::RequestMade>(
            at_ovj,
            core::AskForInformation{{pol, won}, {"MIRJAM"}, core::Category::police, {}, "Wat?"})
            .request;
    const auto terms = [&](const Viewer& viewer) {
        const v1::Entity entity = *seen(viewer, key("request", id));
        return std::pair(entity.request().term_ends_sim_ms(0),
                         entity.request().term_ends_sim_ms(1));
    };
    const auto before = terms(by_ovj);
    EXPECT_NE(before.first, 0);
    EXPECT_EQ(terms(by_pol), std::pair(before.first, std::int64_t{0}));
    EXPECT_EQ(terms(by_won), std::pair(std::int64_t{0}, before.second));
    play.must(at_pol, core::AnswerNotHere{id});
    swap_pol_and_won();
    EXPECT_EQ(terms(by_won), std::pair(std::int64_t{0}, before.second + 300'000));
    EXPECT_EQ(terms(by_ovj), std::pair(before.first, before.second + 300'000));
    EXPECT_EQ(terms(by_trainer), terms(by_ovj));
}

TEST_F(Played, a_call_for_help_shows_to_who_called_wherever_it_sits_and_to_trainers) {
    const auto id = made<core::HelpCalled>(at_pol, core::CallForHelp{"help"}).call;
    const Viewer own_seat = seat_viewer(at_pol.participant);
    for (const Viewer& viewer : {by_pol, by_trainer, own_seat})
        EXPECT_EQ(seen(viewer, key("help", id))->help_call().text(), "help");
    for (const Viewer& viewer : {by_ovj, by_won, seat_viewer(), seat_viewer(at_won.participant)})
        EXPECT_FALSE(seen(viewer, key("help", id)));
}

TEST_F(Played, a_question_for_agreement_names_the_item_to_who_has_something_of_it) {
    const auto id =
        made<core::AuthorityAsked>(at_pol, core::AskAuthority{a01, won, "nodig"}).question;
    EXPECT_EQ(seen(by_ovj, key("authority", id))->authority_question().item(), "");
    EXPECT_EQ(seen(by_ovj, key("authority", id))->authority_question().status(), "open");
    EXPECT_EQ(seen(by_pol, key("authority", id))->authority_question().item(), "A01");
    EXPECT_FALSE(seen(by_won, key("authority", id)));
}

TEST_F(Played, a_consent_and_its_answer_are_for_who_asked) {
    play.must(at_pol, core::AskConsent{{"MIRJAM"}, "zorg"});
    EXPECT_EQ(seen(by_pol, "consent:MIRJAM:zorg")->consent().status(), "asked");
    EXPECT_FALSE(seen(by_won, "consent:MIRJAM:zorg"));
    play.pass(60'000);
    EXPECT_EQ(seen(by_pol, "consent:MIRJAM:zorg")->consent().status(), "given");
    EXPECT_EQ(seen(by_pol, "consent:MIRJAM:zorg")->consent().text().nl(), "Goed.");
    EXPECT_EQ(seen(by_trainer, "consent:MIRJAM:zorg")->consent().status(), "given");
    EXPECT_FALSE(seen(by_won, "consent:MIRJAM:zorg"));
    // Who asks what was answered waits for its own answer, and cannot tell that somebody asked.
    play.must(at_won, core::AskConsent{{"MIRJAM"}, "zorg"});
    EXPECT_EQ(seen(by_won, "consent:MIRJAM:zorg")->consent().status(), "asked");
    play.pass(60'000);
    EXPECT_EQ(seen(by_won, "consent:MIRJAM:zorg")->consent().status(), "given");
}

TEST_F(Played, informing_and_advice_are_of_the_role_that_asked) {
    play.must(at_pol, core::InformPerson{{"MIRJAM"}, "wij spreken over u"});
    play.must(at_pol, core::AskPrivacyOfficer{a01, won, core::Purpose::care});
    EXPECT_EQ(seen(by_pol, "informed:MIRJAM")->informed().text(), "wij spreken over u");
    EXPECT_TRUE(seen(by_trainer, "informed:POL:MIRJAM"));
    EXPECT_EQ(seen(by_pol, "privacy_advice:A01:WON")->privacy_advice().purpose(), "care");
    EXPECT_TRUE(seen(by_trainer, "privacy_advice:POL:A01:WON"));
    EXPECT_EQ(seen(by_won, "privacy_officer")->privacy_officer().left(), 2u);
    for (const char* hidden : {"informed:MIRJAM", "informed:POL:MIRJAM", "privacy_advice:A01:WON",
                               "privacy_advice:POL:A01:WON"})
        EXPECT_FALSE(seen(by_won, hidden)) << hidden;
}

TEST_F(Played, a_meeting_that_a_role_only_knows_of_shows_nothing_of_its_course) {
    play.must(at_pol, core::EnterMeeting{{"M1"}});
    const v1::Meeting outside = seen(by_won, "meeting:M1")->meeting();
    EXPECT_FALSE(outside.may_enter());
    EXPECT_EQ(outside.present_size(), 0);
    EXPECT_EQ(outside.phase(), "");
    EXPECT_EQ(seen(by_ovj, "meeting:M1")->meeting().present(0), "POL");
    play.must(at_pol, core::InviteToMeeting{{"M1"}, won, "zij weet meer"});
    EXPECT_TRUE(seen(by_won, "meeting:M1")->meeting().may_enter());
    EXPECT_EQ(seen(by_won, "meeting:M1")->meeting().phase(), "picture");
}

TEST_F(Played, whispers_moments_and_gauges_reach_whom_they_are_for) {
    const auto whisper =
        made<core::Whispered>(support::trainer(), core::Whisper{won, "vraag POL"}).whisper;
    const auto moment =
        made<core::MomentBookmarked>(support::trainer(), core::BookmarkMoment{"hier"}).moment;
    EXPECT_EQ(seen(by_won, key("whisper", whisper))->whisper_heard().text(), "vraag POL");
    EXPECT_FALSE(seen(by_pol, key("whisper", whisper)));
    EXPECT_EQ(seen(by_trainer, "track:MIRJAM:safety")->track_gauge().value(), 4);
    EXPECT_EQ(seen(by_trainer, key("moment", moment))->moment().title(), "hier");
    for (const Viewer& viewer : {by_pol, by_ovj, by_won, seat_viewer()}) {
        EXPECT_FALSE(seen(viewer, "track:MIRJAM:safety"));
        EXPECT_FALSE(seen(viewer, key("moment", moment)));
    }
}

TEST_F(Played, the_ending_is_for_everybody_when_it_is_over) {
    EXPECT_FALSE(seen(by_trainer, "ending"));
    play.must(support::trainer(), core::EndSession{});
    for (const Viewer& viewer : {by_pol, by_trainer, seat_viewer()})
        EXPECT_EQ(seen(viewer, "ending")->ending().title().nl(), "Einde");
}

TEST_F(Played, an_autopilot_and_a_stand_in_show_as_such_to_everybody) {
    play.must(support::trainer(), core::SeatAutopilot{pol});
    EXPECT_TRUE(seen(seat_viewer(), "role:POL")->role().autopilot());
    EXPECT_EQ(seen(seat_viewer(), "role:POL")->role().occupant(), 0u);
    play.must(support::trainer(), core::StandIn{pol});
    EXPECT_FALSE(seen(by_won, "role:POL")->role().autopilot());
    EXPECT_TRUE(seen(by_won, "role:POL")->role().stand_in());
}

// The decision as each viewer gets it.
std::string bytes_of(const core::Scenario& scenario, const Viewer& viewer) {
    support::Play play{scenario};
    play.seat(ovj);
    play.must(support::trainer(), core::StartSession{});
    const auto seen = project(play.state(), play.now(), viewer, decision_key);
    return seen ? seen->SerializeAsString() : std::string();
}

TEST(HiddenOption, leaves_no_trace_in_size_order_or_what_is_asked) {
    core::Scenario plain = whole_scenario(), hiding = plain;
    plain.decisions[0].options[0].must_cite = {};
    hiding.decisions[0].options[0].must_cite = {};
    core::DecisionOption hidden{.id = {"HIDDEN"}, .title = {"Later", "Later"}, .must_cite = {a01}};
    hidden.fields = {{{"where"}, {"Waar", "Where"}, core::FieldKind::text}};
    hidden.shows_when = {{.kind = core::CheckKind::triage_accepted}};
    auto& options = hiding.decisions[0].options;
    options.insert(options.begin(), hidden);
    for (const Viewer& viewer : {by_ovj, by_pol, by_won})
        EXPECT_EQ(bytes_of(plain, viewer), bytes_of(hiding, viewer));
    EXPECT_NE(bytes_of(plain, by_trainer), bytes_of(hiding, by_trainer));
}

TEST(Agreements, are_for_who_decides_and_trainers_until_it_is_taken) {
    core::Scenario scenario = whole_scenario();
    scenario.decisions[0].deciders = {ovj, won};
    scenario.decisions[0].taken_by = core::TakenBy::all;
    scenario.decisions[0].options[0].must_cite = {};
    support::Play play{scenario};
    const core::Actor at_ovj = play.seat(ovj), at_won = play.seat(won);
    play.must(support::trainer(), core::StartSession{});
    const auto decision = [&](const Viewer& viewer) {
        return project(play.state(), play.now(), viewer, decision_key)->decision();
    };
    const std::string before = decision(by_pol).SerializeAsString();
    play.must(at_ovj, core::TakeDecision{{"D1"}, {"O1"}, {}, "waarom"});
    EXPECT_EQ(decision(by_pol).SerializeAsString(), before);
    EXPECT_EQ(decision(by_won).agreements(0).by(), "OVJ");
    EXPECT_EQ(decision(by_trainer).agreements_size(), 1);
    EXPECT_EQ(decision(by_ovj).status(), "open");
    play.must(at_won, core::AgreeToDecision{{"D1"}, ovj, {}, ""});
    EXPECT_EQ(decision(by_pol).SerializeAsString(), before) << "it is pending";
    play.must(at_won, core::HastenDecision{{"D1"}});
    EXPECT_TRUE(decision(by_won).agreements().empty());
    EXPECT_EQ(decision(by_pol).status(), "taken");
}

}  // namespace
}  // namespace casustafel::view
