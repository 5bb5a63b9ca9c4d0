#pragma once
// One small session with a bit of everything, for the tests of the report: shares of every colour,
// every kind of answer, marks, messages, an inject with what it begins, a cut in the clock, a
// decision and what follows, a plan, a swap, a prompt, what was heard aloud, corrections, an ending
// and typed texts.
#include "tests/support/cases/stage.hpp"

namespace casustafel::report {

// What goes on in the room: a prompt, something heard aloud that was not said and something that
// was, and two corrections of which one is taken back.
inline void play_the_room(support::Stage& stage, const char* typed, core::EntityId left_out,
                          core::EntityId request) {
    stage.at(1452).act_as_trainer(core::OpenPrompt{{"P1"}});
    for (const char* role : {"OVJ", "VT", "PRC", "DJI"}) {
        const bool sees = std::string(role) != "DJI";
        stage.act(role, core::AnswerPrompt{
                            {"P1"}, {{{"lead"}, {sees ? "prc" : "other"}}, {{"none"}, {"all"}}}});
    }
    stage.act_as_trainer(core::ClosePrompt{{"P1"}});
    const auto note = [&] {
        const auto noted =
            stage.act("PRC", core::NoteHeard{{"DJI"}, {"p"}, core::Category::detention, typed});
        return std::get<core::HeardNoted>(noted.front()).heard;
    };
    stage.act("DJI", core::DenyHeard{note()});
    stage.act("DJI", core::RegisterSpokenShare{.item = {"A03"},
                                               .to = {{"PRC"}},
                                               .purpose = core::Purpose::charging_decision,
                                               .basis = {"B"},
                                               .heard = note()});
    stage.act_as_trainer(
        core::CorrectScore{{core::CorrectionKind::share, left_out, {}}, true, typed});
    const core::CorrectionTarget asked{core::CorrectionKind::request, request, {}};
    stage.act_as_trainer(core::CorrectScore{asked, true, typed});
    stage.act_as_trainer(core::CorrectScore{asked, false, typed});
}

// Typed texts and titles that try to break out of a page.
inline constexpr const char hostile[] =
    "</q></li><script>alert('x')</script>\"'&<!-- \x01 & \xE2\x80\xAE";

struct Session {
    core::Scenario scenario;
    std::vector<core::Record> log;
};

// With these words wherever somebody typed something; `title` is the case's.
inline Session small_session(const char* typed = "Graag voor de afdoening.",
                             const std::string& title = "Kleine zaak") {
    using namespace support;
    Session made{small_case(), {}};
    core::Scenario& scenario = made.scenario;
    scenario.title = {title, title};
    scenario.rounds = {{{"Ronde 1", "Round 1"}}, {{"Ronde 2", "Round 2"}}};
    scenario.segments = {{540 * minute_ms, 660 * minute_ms, 120 * minute_ms, 0},
                         {1980 * minute_ms, 2100 * minute_ms, 120 * minute_ms, 1}};
    core::Item a = item("A01", {"VT"}, 2), b = item("A02", {"POL"}, 1), c = item("A03", {"DJI"}, 3);
    core::Item d = item("A04", {"GGZ"}, 3), e = item("A05", {"VT"}, 1);
    a.title = {"Moeder durft niet naar huis", "Mother is afraid to go home"};
    b.title = {"Aanhouding van vannacht", "Last night's arrest"};
    c.title = {"Datum van vrijlating", "Date of release"};
    d.title = {"Diagnose", "Diagnosis"};
    e.title = {title, title};
    a.needs = {need("OVJ", 600, 3)};
    b.needs = {need("PRC", 600, 2)};
    c.needs = {need("OVJ", 600, 2), need("PRC", 640, 1)};
    d.needs = {need("PRC", 640, 1)};
    a.grants = {grant({}, core::Form::summary)};
    b.grants = c.grants = e.grants = {grant({})};
    d.grants = {grant({"PRC"}, core::Form::conclusion)};
    e.truth = core::Truth::assumption;
    e.refuted_by = {{"A02"}};
    scenario.items = {a, b, c, d, e};
    scenario.injects = {{{"INJ-1"},
                         {"Belletje van school", "A call from school"},
                         {title, title},
                         {},
                         600 * minute_ms,
                         {},
                         {}}};
    // What the case itself begins, in the words of its author.
    scenario.injects[0].asks = {
        {{"POL"}, {{"PRC"}}, {"q"}, core::Category::police, {}, {title, title}}};
    scenario.injects[0].actions = {{{"VT"}, {"DJI"}, {title, title}, {{"A01"}}}};
    scenario.prompts = {{.id = {"P1"},
                        .title = {"Halverwege", "Halfway"},
                        .questions = {{{"lead"},
                                       {"Wie heeft de regie?", "Who is in the lead?"},
                                       {{{"prc"}, {"PRC", "PRC"}, true, {}},
                                        {{"other"}, {title, title}, false, {}}}},
                                      {{"none"},
                                       {"Wat staat vast?", "What is certain?"},
                                       {{{"all"}, {"Alles", "Everything"}, false, {}}}}}}};
    scenario.meetings = {{{"M"},
                          {"Casusoverleg", "Case meeting"},
                          {"V"},
                          core::Purpose::care,
                          {"PRC"},
                          {{"PRC"}, {"VT"}, {"DJI"}, {"GGZ"}}}};

    core::Decision decides = decision("Z1", 650, {"A01", "A02"});
    decides.title = {"Afdoening", "Disposal"};
    decides.required.push_back({.any = 1, .of = {{"A03"}, {"A04"}}});
    decides.options[1].prevented_by = {{"A02"}};
    core::Consequence worse;
    worse.tracks = {{{"p"}, core::Track::safety, -2}};
    worse.story = {"Thuis liep de spanning op.", "Tension rose at home."};
    decides.options[0].consequences = {worse};
    scenario.decisions = {decides};
    scenario.tracks = {{{"p"}, core::Track::safety, 5}, {{"q"}, core::Track::perspective, 4}};
    scenario.powers = {{{"LEAVE"}, {"verlof", "leave"}, {{"DJI"}}, {{"VT"}}}};
    scenario.plan = {{"V"}, {}, 2};
    scenario.endings = {{{"END"},
                         {"Half gelukt", "Half a success"},
                         {title, title},
                         {"Er is iemand bij haar.", "Somebody is with her."},
                         {"De woning is weg.", "The house is gone."},
                         {}}};
    scenario.questions = {
        {{"Wie wist dit, en wie had het moeten weten?", "Who knew this, and who should have?"},
         {{"A01"}, {"A02"}, {"A04"}},
         {{"Z1"}}}};

    Stage stage(scenario);
    const auto first = stage.at(5).ask("OVJ", {"VT"}, "p", typed);
    stage.mark("VT", "A05", core::Mark::fact);
    stage.at(15).share("VT", "A01", {"OVJ"}, {.request = first, .text = typed});
    const auto left_out =
        stage.at(20).share("POL", "A02", {"PRC", "VT"}, {.form = core::Form::facts});
    const auto second = stage.at(25).ask("PRC", {"DJI"}, "p", typed);
    stage.at(30).refuse("DJI", second, core::RefusalReason::privacy);
    const auto third = stage.at(31).ask("POL", {"GGZ"});
    stage.refer("GGZ", third, "VT");
    const auto fourth = stage.at(32).ask("OVJ", {"PRC"});
    stage.at(33).not_here("PRC", fourth);
    stage.at(40).share("GGZ", "A04", {"OVJ", "POL"}, {.form = core::Form::source, .text = typed});
    stage.act("PRC", core::SendMessage{{{"VT"}}, {}, typed});
    stage.act("PRC", core::EnterMeeting{{"M"}});
    stage.act("DJI", core::EnterMeeting{{"M"}});
    stage.at(70).act("DJI", core::ShareItem{{"A03"},
                                            {},
                                            {"M"},
                                            core::Purpose::care,
                                            {"CONV"},
                                            core::Form::summary,
                                            typed,
                                            core::EntityId::none});
    stage.act("PRC", core::SendMessage{{}, {"M"}, typed});
    stage.act_as_trainer(core::ImproviseInject{typed, typed, {{"OVJ"}}});
    stage.act("OVJ", core::ProposeDecision{{"Z1"}, {"no"}, {}, typed});
    stage.decide("OVJ", "Z1", {"A01"});
    core::ActionTerms leave;
    leave.text = typed;
    leave.lead = {"DJI"};
    leave.power = {"LEAVE"};
    leave.items = {{"A02"}};
    leave.informed = {{"VT"}};
    const auto added = stage.act("PRC", core::AddAction{leave});
    stage.act("VT", core::ConfirmAction{std::get<core::ActionAdded>(added.front()).action});
    stage.at(1440).act_as_trainer(core::StartSwap{{{{"OVJ"}, {"VT"}}}});
    stage.act("VT", core::WriteHandoverNote{typed, {{"A01"}}, {}});
    stage.act_as_trainer(core::CancelSwap{});
    stage.swap("OVJ", "VT");
    stage.at(1445).mark("VT", "A05", core::Mark::refuted);
    stage.act_as_trainer(core::PauseSession{});
    stage.act_as_trainer(core::ResumeSession{});
    stage.at(1450).share("DJI", "A03", {"OVJ"}, {.form = core::Form::facts});
    play_the_room(stage, typed, left_out, second);
    made.log = stage.end();
    return made;
}

}  // namespace casustafel::report
