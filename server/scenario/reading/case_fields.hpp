#pragma once
// How a case is written (see fields.hpp). The order is the order authors should write it in.
#include "server/scenario/reading/board_fields.hpp"
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/happening_fields.hpp"
#include "server/scenario/reading/item_fields.hpp"
#include "server/scenario/reading/play_fields.hpp"
#include "server/scenario/reading/rules_fields.hpp"
#include "server/scenario/reading/script_fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::Table>) {
    using T = core::Table;
    visit.about("table", {"Een tafel met een eigen tempo.", "A table with a pace of its own."});
    visit(must("id", &T::id, {"code, bijvoorbeeld Z", "code, for example Z"}));
    visit(must("name", &T::name, {"naam", "name"}).as(Meaning::line));
    visit(must("tagline", &T::tagline, {"het tempo in een paar woorden", "the pace in a few words"})
              .as(Meaning::line));
    visit(must("answer_within", &T::answer_within_ms,
               {"binnen hoeveel tijd in de casus een vraag beantwoord hoort te zijn",
                "the time in the case within which a request should be answered"})
              .as(Meaning::duration));
}

template <class Visit>
void fields(Visit& visit, Of<core::RoleCard>) {
    using T = core::RoleCard;
    visit.about("card", {"De rolkaart. Samen hoogstens één bladzijde.",
                         "The role card. One page at most."});
    visit(must("task", &T::task, {"wat je komt doen", "what you are here to do"}));
    visit(must("power", &T::power, {"wat alleen jij mag of kunt", "what only you may or can do"}));
    visit(must("limit", &T::limit, {"waar je aan gebonden bent", "what binds you"}));
    visit(
        must("wants", &T::wants, {"wat je graag wilt bereiken", "what you would like to achieve"}));
    visit(must("misses", &T::misses,
               {"wat je weet dat je niet weet", "what you know that you do not know"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Role>) {
    using T = core::Role;
    visit.about("role", {"Een rol (stoel): een functie aan een tafel met een eigen dossier.",
                         "A role (seat): a function at a table with a dossier of its own."});
    visit(must("id", &T::id, {"code, bijvoorbeeld POL-Z", "code, for example POL-Z"}));
    visit(must("name", &T::name, {"naam van de rol", "name of the role"}).as(Meaning::line));
    visit(must("aim", &T::aim,
               {"één zin in de wachtruimte: wat wil deze rol",
                "one sentence in the lobby: what this role wants"}));
    visit(must("organisation", &T::organisation,
               {"code van de organisatie", "id of the organisation"}));
    visit(must("table", &T::table, {"code van de tafel", "id of the table"}));
    visit(must("card", &T::card, {"de rolkaart", "the role card"}));
    visit(may("process_role", &T::process_role,
              {"een regierol heeft met opzet geen eigen gegevens",
               "a process role has no items of its own by design"}));
    visit(may("accepts_triage", &T::accepts_triage,
              {"deze rol neemt een casus aan in de triage", "this role accepts a case at triage"}));
    visit(may("gives_authority", &T::gives_authority,
              {"het akkoord van deze rol telt als akkoord van het gezag",
               "this role's agreement is that of the authority"}));
    visit(
        may("autopilot", &T::autopilot,
            {"always: hier zit nooit een mens; spare: als de trainer dat wil of de groep te klein "
             "is",
             "always: nobody ever sits here; spare: when the trainer says so or the group is too "
             "small"}));
    visit(may("from_group_size", &T::from_group_size,
              {"vanaf hoeveel deelnemers hier een mens zit; leeg: altijd",
               "from how many participants on a person sits here; empty: always"})
              .between(1, limits::roles)
              .unless_asked());
}

template <class Visit>
void fields(Visit& visit, Of<core::Person>) {
    using T = core::Person;
    visit.about("person", {"Iemand in de casus. Altijd verzonnen.",
                           "Somebody in the case. Always invented."});
    visit(must("id", &T::id, {"code, bijvoorbeeld mirjam", "code, for example mirjam"}));
    visit(must("name", &T::name, {"verzonnen naam", "invented name"}).as(Meaning::line));
    visit(may("description", &T::description,
              {"wat iedereen van deze persoon weet", "what everybody knows of this person"}));
    visit(may("age_years", &T::age_years, {"leeftijd", "age"}).between(0, 120));
}

template <class Visit>
void fields(Visit& visit, Of<core::Meeting>) {
    using T = core::Meeting;
    visit.about("meeting", {"Een overleg. Wie erbij is, hoort wat er gedeeld wordt.",
                            "A meeting. Those present hear what is shared."});
    visit(must("id", &T::id, {"code, bijvoorbeeld ZSM", "code, for example ZSM"}));
    visit(must("name", &T::name, {"naam", "name"}).as(Meaning::line));
    visit(may("table", &T::table,
              {"van welke tafel; leeg: van geen enkele", "of which table; empty: of none"}));
    visit(
        must("purpose", &T::purpose, {"het doel van dit overleg", "the purpose of this meeting"}));
    visit(must("chair", &T::chair, {"wie voorzit", "who chairs"}));
    visit(must("members", &T::members, {"wie erbij mag zijn", "who may be present"}));
    visit(may("known_to", &T::known_to,
              {"wie weet dat dit overleg er is, zonder erbij te horen",
               "who knows that this meeting exists without being a member"}));
    visit(may("from", &T::from_sim_ms,
              {"gepland vanaf; het overleg kan ook op een ander moment",
               "planned from; the meeting may be held at another moment too"})
              .as(Meaning::time));
    visit(may("to", &T::to_sim_ms, {"gepland tot", "planned until"}).as(Meaning::time));
    visit(may("about", &T::about, {"over wie het gaat", "whom it discusses"}));
    visit(may("convened_by", &T::convened_by,
              {"wie het bijeen kan roepen; leeg: het overleg is er vanzelf",
               "who may call it together; empty: the meeting is there by itself"}));
    visit(may("when", &T::when,
              {"wat eerst moet kloppen voordat het bijeen kan komen",
               "what must hold before it can be called together"})
              .between(0, limits::checks));
    visit(may("not_yet", &T::not_yet,
              {"wat degene die het bijeen kan roepen over die voorwaarden leest",
               "what who may call it together reads about those conditions"}));
    visit(may("joins", &T::joins,
              {"overleggen die erin opgaan als het bijeenkomt; wie daar zit, gaat mee",
               "meetings that become part of it when it comes together; who sits there comes "
               "along"}));
    visit(may("part_of", &T::part_of,
              {"het overleg waaruit dit een deelgroep is; wie voorzit, brengt verslag terug",
               "the meeting of which this is a break-out; its chair brings back a summary"}));
    visit(may("places", &T::places,
              {"hoeveel er tegelijk in kunnen; 0: zoveel als er komen",
               "how many can be in it at a time; 0: as many as come"})
              .between(0, limits::roles));
}

template <class Visit>
void fields(Visit& visit, Of<core::Segment>) {
    using T = core::Segment;
    visit.about(
        "segment",
        {"Een stuk tijd in de casus en hoe lang dat echt duurt. Tussen twee stukken zit een "
         "sprong.",
         "A stretch of the case's time and how long it really takes. Between two is a cut."});
    visit(must("from", &T::from_sim_ms,
               {"begin, bijvoorbeeld D0 09:00", "start, for example D0 09:00"})
              .as(Meaning::time));
    visit(must("to", &T::to_sim_ms, {"einde", "end"}).as(Meaning::time));
    visit(must("minutes", &T::real_ms, {"echte minuten", "real minutes"})
              .as(Meaning::minutes)
              .between(1, limits::segment_minutes));
}

template <class Visit>
void fields(Visit& visit, Of<CaseRound>) {
    visit.about("round", {"Een ronde.", "A round."});
    visit(must("name", &CaseRound::name, {"naam", "name"}).as(Meaning::line));
    visit(must("segments", &CaseRound::segments,
               {"stukken tijd, op volgorde", "stretches of time, in order"})
              .between(1, limits::segments));
}

template <class Visit>
void fields(Visit& visit, Of<LibraryFile>) {
    using T = LibraryFile;
    visit.about("library", {"Een bibliotheek: één bestand in libraries, waar casussen uit nemen.",
                            "A library: one file in libraries, from which cases take."});
    visit(must("format", &T::format,
               {"versie van deze schrijfwijze", "version of this way of writing"})
              .between(1, 1));
    visit(must("id", &T::id, {"korte naam", "short name"}).as(Meaning::id));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(may("prompts", &T::prompts, {"peilingen en vragenlijsten", "prompts"})
              .between(0, limits::prompts));
    visit(may("boards", &T::boards, {"borden", "boards"}).between(0, limits::boards));
}

template <class Visit>
void fields(Visit& visit, Of<CaseFile>) {
    using T = CaseFile;
    visit.about("case", {"Een casus: één bestand in scenarios.", "A case: one file in scenarios."});
    visit(must("format", &T::format,
               {"versie van deze schrijfwijze", "version of this way of writing"})
              .between(1, 1));
    visit(must("id", &T::id,
               {"korte naam, waarmee de trainer de casus kiest",
                "short name by which the trainer picks the case"})
              .as(Meaning::id));
    visit(may("practice", &T::practice,
              {"een kleine oefencasus: de eisen aan een volwaardige casus gelden niet",
               "a small practice case: what is asked of a full case does not apply"}));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(must("pitch", &T::pitch,
               {"waar het over gaat, voor in de wachtruimte", "what it is about, for the lobby"})
              .as(Meaning::paragraphs));
    visit(must("content_notice", &T::content_notice,
               {"wat er aan moeilijks in voorkomt, vooraf te lezen",
                "what difficult matter it holds, to be read beforehand"})
              .as(Meaning::paragraphs));
    visit(must("rules", &T::rules,
               {"het regelpakket: naam van een bestand in rules",
                "the rules pack: name of a file in rules"})
              .as(Meaning::id));
    visit(must("organisations", &T::organisations, {"organisaties", "organisations"})
              .between(1, limits::organisations));
    visit(must("tables", &T::tables, {"tafels", "tables"}).between(1, limits::tables));
    visit(must("roles", &T::roles, {"rollen", "roles"}).between(1, limits::roles));
    visit(must("people", &T::people, {"mensen in de casus", "people in the case"})
              .between(1, limits::people));
    visit(must("items", &T::items, {"gegevens", "items of information"}).between(1, limits::items));
    visit(may("meetings", &T::meetings, {"overleggen", "meetings"}).between(0, limits::meetings));
    visit(may("injects", &T::injects, {"gebeurtenissen", "injects"}).between(0, limits::injects));
    visit(may("decision_types", &T::decision_types,
              {"soorten besluiten van deze casus, naast die van het regelpakket",
               "kinds of decisions of this case, besides those of the rules pack"})
              .between(0, limits::decision_types));
    visit(
        may("decisions", &T::decisions, {"besluiten", "decisions"}).between(0, limits::decisions));
    visit(may("powers", &T::powers, {"wat maar sommigen mogen", "what only some may do"})
              .between(0, limits::powers));
    visit(may("interventions", &T::interventions,
              {"wat een rol met haar bevoegdheid kan doen", "what a role can do with its power"})
              .between(0, limits::interventions));
    visit(
        may("tracks", &T::tracks,
            {"verborgen meters van mensen, aan het begin", "people's hidden gauges, at the start"})
            .between(0, limits::tracks));
    visit(may("consequences", &T::consequences,
              {"gevolgen van de casus zelf, op een tijdstip of zodra iets klopt",
               "consequences of the case itself, at a time or as soon as something holds"})
              .between(0, limits::consequences));
    visit(may("plan", &T::plan, {"het plan dat er moet komen", "the plan that should come"}));
    visit(may("boards", &T::boards,
              {"borden waarop samen wordt gewerkt", "boards that are worked on together"})
              .between(0, limits::boards));
    visit(may("swap", &T::swap, {"de rolwissel", "the role swap"}));
    visit(may("uses", &T::uses,
              {"codes van wat deze casus uit de map libraries neemt; wat hier onder dezelfde code "
               "staat, vervangt dat deel",
               "ids of what this case takes from the folder libraries; what stands here under the "
               "same id replaces that part"})
              .between(0, limits::taken));
    visit(may("prompts", &T::prompts,
              {"peilingen en vragenlijsten: vragen aan een paar mensen of aan iedereen. Onder de "
               "oude sleutel probes gelden holds en scored",
               "prompts: questions to some or to everybody. Under the old key probes they hold "
               "the case and are scored"})
              .between(0, limits::prompts));
    visit(may("consents", &T::consents,
              {"wat mensen antwoorden als je om toestemming vraagt",
               "what people answer when asked for consent"})
              .between(0, limits::consents));
    visit(may("endings", &T::endings,
              {"hoe het kan aflopen: de eerste die past; de laatste past altijd",
               "how it may end: the first that fits; the last always fits"})
              .between(0, limits::endings));
    visit(may("questions", &T::questions,
              {"vragen voor de nabespreking", "questions for the debrief"})
              .between(0, limits::questions));
    visit(may("trainer_page", &T::trainer_page,
              {"één bladzijde voor de trainer", "one page for the trainer"})
              .as(Meaning::page));
    visit(may("weights", &T::weights,
              {"hoe zwaar de indicatoren tellen", "how much the indicators count"}));
    visit(must("rounds", &T::rounds, {"rondes, op volgorde", "rounds, in order"})
              .between(1, limits::rounds));
    visit(may("facts", &T::facts, {"hoe de casus begint", "how the case starts"}));
}

}  // namespace casustafel::scenario
