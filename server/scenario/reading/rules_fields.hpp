#pragma once
// How a rules pack is written (see fields.hpp).
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/decision_type_fields.hpp"
#include "server/scenario/reading/fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::Condition>) {
    using T = core::Condition;
    visit.about(
        "condition",
        {"Iets wat moet gelden. Een woord is genoeg als er niets bij hoort: [triage_accepted]. "
         "Anders een regel: {kind: consent, person: mirjam, subject: housing}.",
         "Something that must hold. A word is enough when nothing goes with it: [triage_accepted]. "
         "Otherwise a map: {kind: consent, person: mirjam, subject: housing}."});
    visit(must("kind", &T::kind, {"welke voorwaarde", "which condition"}));
    visit(may("person", &T::person,
              {"over wie (bij consent, minor, age, measure en acute)",
               "about whom (for consent, minor, age, measure and acute)"}));
    visit(may("subject", &T::subject,
              {"waarvoor de toestemming geldt, welke maatregel, of bij present_in_circle het "
               "overleg of de tafel",
               "what the consent is for, which measure, or for present_in_circle the meeting or "
               "table"})
              .as(Meaning::line));
    visit(may("years", &T::years, {"bij age: minstens zo oud", "for age: at least this old"})
              .between(0, 120)
              .unless_asked());
}

template <class Visit>
void fields(Visit& visit, Of<core::Organisation>) {
    visit.about("organisation",
                {"Een organisatie. Rollen van dezelfde organisatie delen geen dossier.",
                 "An organisation. Roles of one organisation share no dossier."});
    visit(must("id", &core::Organisation::id,
               {"code, zoals in het regelpakket", "code, as in the rules pack"}));
    visit(must("name", &core::Organisation::name, {"naam", "name"}).as(Meaning::line));
}

template <class Visit>
void fields(Visit& visit, Of<core::Basis>) {
    using T = core::Basis;
    visit.about("basis", {"Een grondslag.", "A legal basis."});
    visit(must("id", &T::id, {"code van de grondslag", "code of the basis"}));
    visit(must("name", &T::name,
               {"naam zoals de deelnemer die ziet", "name as the participant sees it"})
              .as(Meaning::line));
    visit(must(
        "gist", &T::gist,
        {"uitleg in een regel, naast de keuze", "one line of explanation, beside the choice"}));
    visit(must("source", &T::source, {"wet en artikel", "act and article"}).as(Meaning::line));
    visit(must("status", &T::status,
               {"of de grondslag te gebruiken is", "whether the basis can be used"})
              .only("active inactive unconfirmed"));
    visit(must("dated", &T::dated,
               {"de dag waarop de tekst is nagelezen", "the day the text was read"})
              .as(Meaning::date));
    visit(must("confirmed", &T::confirmed,
               {"of een jurist dit heeft bevestigd", "whether a jurist confirmed this"}));
}

template <class Visit>
void fields(Visit& visit, Of<RulesDefault>) {
    using T = RulesDefault;
    visit.about("default",
                {"Wat organisaties elkaar mogen geven zonder dat een casus het opschrijft.",
                 "What organisations may give each other without a case saying so."});
    visit(must("categories", &T::categories, {"soorten gegevens", "kinds of information"}));
    visit(may("from_organisations", &T::from_organisations,
              {"wie geeft; leeg: iedereen", "who gives; empty: anybody"}));
    visit(may("to_organisations", &T::to_organisations,
              {"wie krijgt; leeg: iedereen", "who receives; empty: anybody"}));
    visit(must("purposes", &T::purposes, {"voor welke doelen", "for which purposes"}));
    visit(must("bases", &T::bases, {"op welke grondslagen", "on which bases"}));
    visit(must("max_form", &T::max_form, {"de rijkste vorm die mag", "the richest form allowed"})
              .only("pointer conclusion summary facts source"));
    visit(may("when", &T::when, {"wat er allemaal moet gelden", "what must all hold"}));
    visit(must("source", &T::source,
               {"wet en artikel waar dit uit volgt", "act and article this follows from"})
              .as(Meaning::line));
    visit(must("dated", &T::dated,
               {"de dag waarop de tekst is nagelezen", "the day the text was read"})
              .as(Meaning::date));
    visit(must("confirmed", &T::confirmed,
               {"of een jurist dit heeft bevestigd", "whether a jurist confirmed this"}));
}

template <class Visit>
void fields(Visit& visit, Of<RulesFile>) {
    using T = RulesFile;
    visit.about("rules_pack", {"Een regelpakket: één bestand in scenarios/rules.",
                               "A rules pack: one file in scenarios/rules."});
    visit(must("format", &T::format,
               {"versie van deze schrijfwijze", "version of this way of writing"})
              .between(1, 1));
    visit(
        must("id", &T::id, {"naam van het bestand zonder .yaml", "name of the file without .yaml"})
            .as(Meaning::id));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(must("version", &T::version, {"datum van deze versie", "date of this version"})
              .as(Meaning::date));
    visit(must("organisations", &T::organisations,
               {"organisaties die het pakket kent", "organisations the pack knows"})
              .between(1, limits::organisations));
    visit(must("bases", &T::bases, {"grondslagen", "legal bases"}).between(1, limits::bases));
    visit(may("defaults", &T::defaults,
              {"wat geldt zonder dat een casus het opschrijft",
               "what holds without a case saying so"})
              .between(0, limits::defaults));
    visit(may("decision_types", &T::decision_types, {"soorten besluiten", "kinds of decisions"})
              .between(0, limits::decision_types));
}

}  // namespace casustafel::scenario
