#pragma once
// How everything that happens is written (see fields.hpp): checks on the state of play, what
// follows from them, injects, decisions with their options, powers, interventions and endings.
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/decision_type_fields.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/form_fields.hpp"
#include "server/scenario/reading/item_fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::Check>) {
    using T = core::Check;
    visit.about(
        "check",
        {"Een vraag over hoe het ervoor staat, met ja of nee als antwoord. Een woord is genoeg als "
         "er niets bij hoort: [triage_accepted]. Anders een regel: {kind: decision_taken, "
         "decision: Z1, options: [OMSB]}.",
         "A question about how things stand, with a yes or no. A word is enough when nothing goes "
         "with it: [triage_accepted]. Otherwise a map: {kind: decision_taken, decision: Z1, "
         "options: [OMSB]}."});
    visit(must("kind", &T::kind, {"waar het naar kijkt", "what it looks at"}));
    visit(may("not", &T::negated, {"true: juist niet", "true: the opposite"}));
    visit(may("decision", &T::decision, {"welk besluit", "which decision"}));
    visit(may("options", &T::options,
              {"van een besluit: een van deze keuzes; van kaarten: met deze keuze; leeg: maakt "
               "niet uit",
               "of a decision: one of these options; of cards: with this tag; empty: any"}));
    visit(may("intervention", &T::intervention, {"welke interventie", "which intervention"}));
    visit(may("item", &T::item, {"welk gegeven", "which item"}));
    visit(may("roles", &T::roles,
              {"om welke rollen het gaat. Bij item_known en asked is een van hen genoeg (leeg: "
               "iemand die het niet zelf had, of wie dan ook), bij convened tellen zij mee (leeg: "
               "iedereen); elders geldt het voor elk van hen",
               "which roles it is about. For item_known and asked one of them is enough (empty: "
               "somebody who did not hold it already, or anybody), for convened they count (empty: "
               "everybody); elsewhere it holds for each of them"}));
    visit(may("min_form", &T::min_form, {"minstens in deze vorm", "at least in this form"})
              .only(forms));
    visit(may("person", &T::person,
              {"over wie. Bij track_at_least leeg: iedereen die deze meter heeft",
               "about whom. For track_at_least empty: everybody who has this track"}));
    visit(may("track", &T::track,
              {"bij track_at_least: welke meter", "for track_at_least: which track"})
              .unless_asked());
    visit(may("value", &T::value,
              {"bij track_at_least: minstens zo hoog", "for track_at_least: at least this high"})
              .between(0, limits::track_top)
              .unless_asked());
    visit(may("inject", &T::inject,
              {"bij inject_happened: welke gebeurtenis", "for inject_happened: which inject"}));
    visit(may("power", &T::power,
              {"bij planned en agreed: acties met deze bevoegdheid; leeg: alle",
               "for planned and agreed: actions with this power; empty: all"}));
    visit(may("count", &T::count, {"minstens zoveel", "at least this many"})
              .between(1, limits::expected_actions));
    visit(may("board", &T::board, {"welk bord", "which board"}));
    visit(may("column", &T::column, {"welke kolom; leeg: alle", "which column; empty: all"}));
    visit(may("tags", &T::tags,
              {"bij card_stands: met minstens zoveel verschillende keuzes in het eerste keuzeveld",
               "for card_stands: with at least this many different choices in the first choice"})
              .between(0, limits::form_choices));
    visit(may("organisations", &T::organisations,
              {"bij card_stands: met gegevens van minstens zoveel organisaties",
               "for card_stands: citing items of at least this many organisations"})
              .between(0, limits::roles));
    visit(may("seats", &T::seats,
              {"bij card_stands: van minstens zoveel rollen",
               "for card_stands: put by at least this many roles"})
              .between(0, limits::roles));
    visit(may("meeting", &T::meeting, {"welk overleg", "which meeting"}));
    visit(may("phase", &T::phase, {"in welke fase", "in which phase"}).unless_asked());
    visit(may("by", &T::by,
              {"wie het deed: een van deze rollen; leeg: wie dan ook",
               "who did it: one of these roles; empty: anybody"}));
    visit(may("category", &T::category,
              {"bij asked: naar wat voor gegevens; leeg: maakt niet uit",
               "for asked: for what kind of information; empty: any"}));
    visit(may("round", &T::round,
              {"bij round: welke ronde begonnen is, geteld vanaf 1",
               "for round: which round has begun, counted from 1"})
              .between(1, limits::rounds)
              .unless_asked());
    visit(may("after", &T::after_ms,
              {"bij time_since: hoeveel tijd in de casus het geleden is",
               "for time_since: how much time in the case ago it is"})
              .as(Meaning::duration));
    visit(may("field", &T::field, {"bij filled_in: welk veld", "for filled_in: which field"}));
    visit(may("values", &T::values,
              {"bij filled_in: een van deze antwoorden", "for filled_in: one of these answers"})
              .as(Meaning::line));
}

template <class Visit>
void fields(Visit& visit, Of<core::TrackChange>) {
    using T = core::TrackChange;
    visit.about("track_change", {"Een meter gaat omhoog of omlaag.", "A track goes up or down."});
    visit(must("person", &T::person, {"van wie", "of whom"}));
    visit(must("track", &T::track, {"welke meter", "which track"}));
    visit(must("by", &T::by, {"hoeveel, bijvoorbeeld +2 of -3", "how much, for example +2 or -3"})
              .between(-limits::track_top, limits::track_top));
}

template <class Visit>
void fields(Visit& visit, Of<core::Measure>) {
    using T = core::Measure;
    visit.about("measure", {"Een lopende maatregel.", "A measure in force."});
    visit(must("person", &T::person, {"voor wie", "for whom"}));
    visit(must("subject", &T::subject, {"welke maatregel", "which measure"}).as(Meaning::line));
}

template <class Visit>
void fields(Visit& visit, Of<core::ConsentAnswer>) {
    using T = core::ConsentAnswer;
    visit.about("consent_answer", {"Iemand geeft toestemming of trekt die in.",
                                   "Somebody gives consent or withdraws it."});
    visit(must("person", &T::person, {"wie", "who"}));
    visit(may("scope", &T::scope,
              {"waarvoor, zoals subject bij de voorwaarde consent; leeg: voor alles",
               "for what, as subject of the condition consent; empty: for everything"})
              .as(Meaning::line));
    visit(must("given", &T::given, {"gegeven of niet", "given or not"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::FactChange>) {
    using T = core::FactChange;
    visit.about("fact_change", {"Wat er verandert aan de feiten waar voorwaarden naar kijken.",
                                "What changes in the facts that conditions read."});
    visit(may("covenant", &T::covenant,
              {"er is vanaf nu wel of geen convenant", "from now on there is a covenant or not"}));
    visit(may(
        "becomes_acute", &T::becomes_acute,
        {"voor wie er vanaf dan acuut gevaar is", "for whom there is acute danger from then on"}));
    visit(may("no_longer_acute", &T::no_longer_acute,
              {"voor wie het acute gevaar voorbij is", "for whom the acute danger is over"}));
    visit(may("measures_start", &T::measures_start,
              {"maatregelen die ingaan", "measures that begin"}));
    visit(may("measures_end", &T::measures_end, {"maatregelen die aflopen", "measures that end"}));
    visit(may("consents", &T::consents,
              {"toestemming die er komt of vervalt", "consent that comes or lapses"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Offer>) {
    using T = core::Offer;
    visit.about("offer", {"Iets wat gekozen kan worden: {decision: V1, option: OPSCHALEN} of "
                          "{intervention: HUISVERBOD}.",
                          "Something that can be chosen: {decision: V1, option: ESCALATE} or "
                          "{intervention: BAN}."});
    visit(may("decision", &T::decision, {"bij welk besluit", "of which decision"}));
    visit(may("option", &T::option, {"welke keuze daarvan", "which option of it"}));
    visit(may("intervention", &T::intervention, {"of welke interventie", "or which intervention"}));
}

// What a consequence does, whatever brings it.
template <class Visit>
void consequence_fields(Visit& visit) {
    using T = core::Consequence;
    visit(may("when", &T::when,
              {"alleen als dit op dat moment allemaal klopt",
               "only when all of this holds at that moment"})
              .between(0, limits::checks));
    visit(may("tracks", &T::tracks, {"meters die veranderen", "tracks that change"})
              .between(0, limits::tracks));
    visit(may("injects", &T::injects,
              {"gebeurtenissen die dan komen", "injects that then take effect"}));
    visit(may("deals", &T::deals,
              {"gegevens die er dan bij komen, bij hun eigen houders",
               "items that arrive with it, at their own holders"}));
    visit(may("opens", &T::opens,
              {"wat er vanaf dan gekozen kan worden", "what can be chosen from then on"})
              .between(0, limits::options));
    visit(may("closes", &T::closes,
              {"wat er vanaf dan niet meer gekozen kan worden",
               "what can no longer be chosen from then on"})
              .between(0, limits::options));
    visit(may("facts", &T::facts, {"feiten die veranderen", "facts that change"}));
    visit(
        may("story", &T::story, {"één zin voor de nabespreking", "one sentence for the debrief"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Consequence>) {
    visit.about("consequence", {"Wat er later van komt.", "What comes of it later."});
    visit(may("after", &core::Consequence::after_ms,
              {"hoeveel tijd in de casus na de oorzaak; leeg: meteen",
               "how much time in the case after its cause; empty: at once"})
              .as(Meaning::duration));
    consequence_fields(visit);
}

template <class Visit>
void fields(Visit& visit, Of<CaseClockConsequence>) {
    using T = CaseClockConsequence;
    visit.about("clock_consequence",
                {"Wat op een tijdstip komt als het er dan zo voor staat, of zonder tijdstip: één "
                 "keer, zodra alles onder when klopt.",
                 "What comes at a time if things stand like that, or without a time: once, as soon "
                 "as everything under when holds."});
    visit(must("id", &T::id, {"code, bijvoorbeeld INCIDENT", "code, for example INCIDENT"}));
    visit(may("at", &T::at_sim_ms,
              {"wanneer; leeg: zodra when klopt", "when; empty: as soon as when holds"})
              .as(Meaning::time));
    consequence_fields(visit);
}

template <class Visit>
void fields(Visit& visit, Of<core::Inject>) {
    using T = core::Inject;
    visit.about("inject", {"Een gebeurtenis: op een tijdstip, of als de trainer hem start.",
                           "Something that happens: at a time, or when the trainer fires it."});
    visit(must("id", &T::id, {"code, bijvoorbeeld INJ-01", "code, for example INJ-01"}));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(must("text", &T::text, {"wat de deelnemers lezen", "what the participants read"})
              .as(Meaning::paragraphs));
    visit(may("to", &T::to, {"voor wie; leeg: voor iedereen", "for whom; empty: for everybody"}));
    visit(may("at", &T::at_sim_ms,
              {"wanneer; leeg: alleen als de trainer hem start of een gevolg hem brengt",
               "when; empty: only when the trainer fires it or a consequence brings it"})
              .as(Meaning::time));
    visit(may("deals", &T::deals,
              {"gegevens die er dan bij komen, bij hun eigen houders",
               "items that arrive with it, at their own holders"}));
    visit(may("when", &T::when,
              {"op zijn tijd alleen als dit klopt; de trainer mag altijd",
               "at its time only when this holds; the trainer may always"})
              .between(0, limits::checks));
    visit(may("facts", &T::facts, {"feiten die ermee veranderen", "facts that change with it"}));
    visit(may("tracks", &T::tracks, {"meters die ermee veranderen", "tracks that change with it"})
              .between(0, limits::tracks));
    visit(may("asks", &T::asks,
              {"vragen die er dan gesteld worden, namens rollen met autopilot: always",
               "questions that are then put, on behalf of roles with autopilot: always"})
              .between(0, limits::asks));
    visit(may("actions", &T::actions,
              {"acties die dan onaf in het plan komen te staan",
               "actions that then stand unfinished in the plan"})
              .between(0, limits::begun_actions));
    visit(may("consequences", &T::consequences, {"wat er later van komt", "what comes of it later"})
              .between(0, limits::consequences));
}

template <class Visit>
void fields(Visit& visit, Of<core::DecisionOption>) {
    using T = core::DecisionOption;
    visit.about("option", {"Een keuze bij een besluit.", "An option of a decision."});
    visit(
        must("id", &T::id, {"code, uniek binnen het besluit", "code, unique within the decision"}));
    visit(may("type", &T::type,
              {"een soort besluit uit het regelpakket of de casus; leeg: eigen woorden",
               "a kind of decision of the rules pack or the case; empty: its own words"}));
    visit(may("title", &T::title,
              {"de keuze in een paar woorden; leeg: die van de soort",
               "the option in a few words; empty: those of its kind"})
              .as(Meaning::line));
    visit(may("text", &T::text, {"wat de keuze inhoudt", "what the option means"})
              .as(Meaning::paragraphs));
    visit(may("fields", &T::fields,
              {"wat erbij wordt ingevuld, naast de velden van de soort; met dezelfde code: in "
               "plaats van dat veld",
               "what is filled in with it, besides the fields of its kind; with the same code: "
               "instead of that field"})
              .between(0, limits::form_fields));
    visit(may("best", &T::best, {"een goede keuze in deze casus", "a good option in this case"}));
    visit(may("best_with", &T::best_with,
              {"wat er ingevuld moet zijn om goed te zijn",
               "what has to be filled in for it to be good"}));
    visit(may("hidden", &T::hidden,
              {"verborgen tot een gevolg de keuze opent", "hidden until a consequence opens it"}));
    visit(may("shows_when", &T::shows_when,
              {"verborgen tot dit allemaal klopt; daarna blijft de keuze staan",
               "hidden until all of this holds; from then on it stays"})
              .between(0, limits::checks));
    visit(may("contradicts", &T::contradicts,
              {"keuzes van andere besluiten die hier niet mee samengaan",
               "options of other decisions that do not go with this one"})
              .between(0, limits::options));
    visit(
        may("must_cite", &T::must_cite,
            {"waarop deze keuze rust; het besluit vraagt dan bij elke keuze om onderbouwing",
             "what this option rests on; whatever is chosen, the decision then asks for grounds"}));
    visit(may("prevented_by", &T::prevented_by,
              {"bij een verkeerde keuze: de gegevens die dat hadden laten zien",
               "of a wrong option: the items that would have shown it"}));
    visit(may("consequences", &T::consequences, {"wat ervan komt", "what comes of it"})
              .between(0, limits::consequences));
}

template <class Visit>
void fields(Visit& visit, Of<core::DecisionClock>) {
    using T = core::DecisionClock;
    visit.about("decision_clock",
                {"Uren die meetellen tot het uiterste tijdstip; de nacht telt niet mee.",
                 "Hours that count towards the deadline; the night does not."});
    visit(must("from", &T::from_sim_ms, {"vanaf wanneer", "from when"}).as(Meaning::time));
    visit(must("counts", &T::counts_ms, {"hoeveel tijd er telt", "how much time counts"})
              .as(Meaning::duration));
    visit(may("night_from", &T::night_from_ms,
              {"begin van de nacht, als tijd na middernacht; leeg: middernacht",
               "start of the night, as time after midnight; empty: midnight"})
              .as(Meaning::duration));
    visit(may("night_to", &T::night_to_ms,
              {"einde van de nacht; gelijk aan het begin: de nacht telt mee",
               "end of the night; the same as its start: the night counts"})
              .as(Meaning::duration));
    visit(may("extension", &T::extension_ms,
              {"hoeveel een beslisser de tijd één keer mag verlengen, met een reden; leeg: niet",
               "how much a decider may lengthen it, once and with a reason; empty: not"})
              .as(Meaning::duration));
}

template <class Visit>
void fields(Visit& visit, Of<core::Required>) {
    using T = core::Required;
    visit.about("required",
                {"Waar een besluit op hoort te rusten: {item: A02}, of een aantal uit een "
                 "rijtje: {any: 3, of: [C03, C04, C12, C26]}.",
                 "What a decision should rest on: {item: A02}, or some of a list: {any: 3, "
                 "of: [C03, C04, C12, C26]}."});
    visit(may("item", &T::item, {"welk gegeven", "which item"}));
    visit(may("min_form", &T::min_form, {"minstens in deze vorm", "at least in this form"})
              .only(forms));
    visit(
        may("any", &T::any, {"hoeveel van de gegevens onder of", "how many of the items under of"})
            .between(1, limits::required)
            .unless_asked());
    visit(may("of", &T::of, {"bij any: uit welke gegevens", "for any: out of which items"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Decision>) {
    using T = core::Decision;
    visit.about("decision",
                {"Een besluit met een uiterste tijdstip.", "A decision with a deadline."});
    visit(must("id", &T::id, {"code, bijvoorbeeld Z1", "code, for example Z1"}));
    visit(must("title", &T::title, {"de vraag die beslist moet worden", "the question to decide"})
              .as(Meaning::line));
    visit(must("table", &T::table, {"van welke tafel", "of which table"}));
    visit(may("deadline", &T::deadline_sim_ms,
              {"uiterlijk; leeg: volgt uit clock", "at the latest; empty: follows from clock"})
              .as(Meaning::time));
    visit(may(
        "clock", &T::clock,
        {"in plaats van deadline: welke uren tellen", "instead of deadline: which hours count"}));
    visit(
        may("deciders", &T::deciders,
            {"wie beslissen; leeg bij taken_by: power", "who decide; empty for taken_by: power"}));
    visit(may("taken_by", &T::taken_by,
              {"any: een van hen neemt het; all: zij nemen het samen; power: wie de bevoegdheid "
               "heeft",
               "any: one of them takes it; all: they take it together; power: who has the power"}));
    visit(may("power", &T::power,
              {"bij taken_by: power: welke bevoegdheid", "for taken_by: power: which power"}));
    visit(may("prepared_by", &T::prepared_by,
              {"wie het voorbereiden: zij zien de keuzes en beslissen niet",
               "who prepare it: they see the options and do not decide"}));
    visit(may("fields", &T::fields,
              {"wat er bij elke keuze wordt ingevuld; met dezelfde code als een veld van de soort: "
               "in plaats daarvan",
               "what is filled in whatever is chosen; with the same code as a field of the kind: "
               "instead of it"})
              .between(0, limits::form_fields));
    visit(may("must_cite", &T::must_cite,
              {"wat er ook gekozen wordt, er moet een gegeven bij genoemd worden",
               "whatever is chosen, an item has to be cited"}));
    visit(may("must_look_ahead", &T::must_look_ahead,
              {"wat er ook gekozen wordt, er moet bij staan wat er mis kan gaan",
               "whatever is chosen, it has to be said what could go wrong"}));
    visit(may("core", &T::core,
              {"telt het besluit mee als kernbesluit", "whether it counts as a core decision"}));
    visit(may("meeting", &T::meeting,
              {"het overleg waarin een voorstel te vroeg kan komen; leeg: geen",
               "the meeting in which a proposal may come too early; empty: none"}));
    visit(may("options", &T::options, {"de keuzes", "the options"}).between(0, limits::options));
    visit(may("required", &T::required, {"waar het op hoort te rusten", "what it should rest on"})
              .between(0, limits::required));
    visit(may("when_missed", &T::when_missed,
              {"wat ervan komt als het tijdstip verstrijkt zonder besluit",
               "what comes of it when the deadline passes without a decision"})
              .between(0, limits::consequences));
}

template <class Visit>
void fields(Visit& visit, Of<core::Power>) {
    using T = core::Power;
    visit.about("power",
                {"Iets wat maar sommige rollen mogen. Plan en interventies verwijzen ernaar.",
                 "Something only some roles may do. Plan and interventions refer to it."});
    visit(must("id", &T::id, {"code", "code"}));
    visit(must("name", &T::name, {"naam", "name"}).as(Meaning::line));
    visit(must("holders", &T::holders, {"wie het mogen", "who may do it"}));
    visit(may("affected", &T::affected,
              {"wie het moeten weten als het in het plan staat",
               "who must know when it is in the plan"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Reply>) {
    using T = core::Reply;
    visit.about("reply", {"Een antwoord dat van buiten de tafels komt. Het eerste dat past, komt.",
                          "An answer from outside the tables. The first one that fits, comes."});
    visit(must("id", &T::id, {"code, uniek binnen de ingreep", "code, unique within the act"}));
    visit(may("to", &T::to,
              {"alleen als dit allemaal is ingevuld", "only when all of this was filled in"})
              .between(0, limits::form_fields));
    visit(may("when", &T::when,
              {"alleen als dit bij het inzetten allemaal klopte",
               "only when all of this held when it was used"})
              .between(0, limits::checks));
    visit(may("after", &T::after_ms,
              {"hoeveel tijd in de casus later het komt; leeg: meteen",
               "how much time in the case later it comes; empty: at once"})
              .as(Meaning::duration));
    visit(must("text", &T::text, {"wat de vrager leest", "what whoever asked reads"})
              .as(Meaning::paragraphs));
    visit(may("consequences", &T::consequences,
              {"wat er van dit antwoord komt", "what comes of this answer"})
              .between(0, limits::consequences));
}

template <class Visit>
void fields(Visit& visit, Of<core::Intervention>) {
    using T = core::Intervention;
    visit.about("intervention",
                {"Iets wat een rol met haar bevoegdheid kan doen, met gevolgen; met replies is het "
                 "een vraag aan iemand buiten de tafels.",
                 "Something a role can do with its power, with consequences; with replies it is a "
                 "question to somebody outside the tables."});
    visit(must("id", &T::id, {"code", "code"}));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(may("text", &T::text, {"wat het inhoudt", "what it means"}).as(Meaning::paragraphs));
    visit(may("power", &T::power,
              {"welke bevoegdheid het vraagt; leeg: de rollen onder by mogen het",
               "which power it asks; empty: the roles under by may use it"}));
    visit(may("by", &T::by,
              {"zonder power: welke rollen het mogen", "without power: which roles may use it"}));
    visit(may("fields", &T::fields, {"wat erbij wordt ingevuld", "what is filled in with it"})
              .between(0, limits::form_fields));
    visit(may("times", &T::times,
              {"hoe vaak het kan, voor allen samen", "how often it can be used, by all together"})
              .between(1, limits::intervention_times));
    visit(may("when", &T::when,
              {"kan alleen als dit allemaal klopt", "possible only when all of this holds"})
              .between(0, limits::checks));
    visit(may("not_yet", &T::not_yet,
              {"wat er staat zolang dat niet klopt", "what is told while that does not hold"}));
    visit(may("replies", &T::replies,
              {"antwoorden van buiten de tafels; het eerste dat past, komt",
               "answers from outside the tables; the first one that fits, comes"})
              .between(0, limits::replies));
    visit(may("hidden", &T::hidden,
              {"verborgen tot een gevolg haar opent", "hidden until a consequence opens it"}));
    visit(may("from", &T::from_sim_ms,
              {"kan vanaf; leeg: vanaf het begin", "possible from; empty: from the start"})
              .as(Meaning::time));
    visit(may("until", &T::until_sim_ms,
              {"kan tot; leeg: tot het einde", "possible until; empty: to the end"})
              .as(Meaning::time));
    visit(may("must_cite", &T::must_cite,
              {"minstens een van deze gegevens hoort erbij genoemd te worden",
               "at least one of these items has to be cited"}));
    visit(may("consequences", &T::consequences, {"wat ervan komt", "what comes of it"})
              .between(0, limits::consequences));
}

template <class Visit>
void fields(Visit& visit, Of<core::Ending>) {
    using T = core::Ending;
    visit.about("ending",
                {"Hoe het afloopt. De eerste waarvan alles klopt; de laatste heeft geen when.",
                 "How it ends. The first of which all holds; the last has no when."});
    visit(must("id", &T::id, {"code", "code"}));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(must("text", &T::text, {"hoe het afliep", "how it ended"}).as(Meaning::paragraphs));
    visit(must("good", &T::good, {"één ding dat goed ging", "one thing that went well"}));
    visit(must("loss", &T::loss, {"één ding dat verloren ging", "one thing that was lost"}));
    visit(may("when", &T::when, {"als dit allemaal klopt", "when all of this holds"})
              .between(0, limits::checks));
}

}  // namespace casustafel::scenario
