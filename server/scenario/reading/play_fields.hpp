#pragma once
// How the frame around play is written (see fields.hpp): what holds at the start, the plan, the
// swap, what people answer when asked for consent, the debrief and the weights of the score.
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/form_fields.hpp"
#include "server/scenario/reading/happening_fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::StartingFacts>) {
    using T = core::StartingFacts;
    visit.about("facts", {"Hoe de casus begint; voorwaarden kijken hiernaar.",
                          "How the case starts; conditions read this."});
    visit(may("covenant", &T::covenant, {"er is een convenant", "there is a covenant"}));
    visit(
        may("acute", &T::acute, {"voor wie er acuut gevaar is", "for whom there is acute danger"}));
    visit(may("measures", &T::measures, {"lopende maatregelen", "measures in force"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::TrackStart>) {
    using T = core::TrackStart;
    visit.about("track", {"Een verborgen meter van iemand, van 0 tot 10.",
                          "A hidden gauge of somebody, from 0 to 10."});
    visit(must("person", &T::person, {"van wie", "of whom"}));
    visit(must("track", &T::track, {"welke meter", "which track"}));
    visit(must("value", &T::value, {"waarde aan het begin", "value at the start"})
              .between(0, limits::track_top));
}

template <class Visit>
void fields(Visit& visit, Of<core::PlanTask>) {
    using T = core::PlanTask;
    visit.about("plan", {"Het plan dat de deelnemers samen maken.",
                         "The plan that the participants make together."});
    visit(must("table", &T::table,
               {"de rollen van deze tafel zien het plan en schrijven erin",
                "the roles of this table see the plan and write in it"}));
    visit(may("guests", &T::guests, {"en deze rollen", "and these roles"}));
    visit(may("expected", &T::expected,
              {"hoeveel acties een vol plan heeft", "how many actions a full plan has"})
              .between(1, limits::expected_actions));
    visit(may("fields", &T::fields,
              {"wat er bij een actie wordt ingevuld: overdracht, maatstaf, knelpunt, einddatum, "
               "cliëntstem",
               "what is filled in with an action: hand-over, measure, bottleneck, end date, the "
               "client's voice"})
              .between(0, limits::form_fields));
}

template <class Visit>
void fields(Visit& visit, Of<core::SwapPair>) {
    using T = core::SwapPair;
    visit.about("pair",
                {"Twee rollen die van mens wisselen.", "Two roles that swap their people."});
    visit(must("one", &T::one, {"de ene rol", "one role"}));
    visit(must("other", &T::other, {"de andere rol", "the other role"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::SwapPlan>) {
    using T = core::SwapPlan;
    visit.about("swap", {"De rolwissel halverwege. De klok van de casus staat dan stil.",
                         "The role swap half-way. The clock of the case then stands still."});
    visit(must("after_round", &T::after_round,
               {"na welke ronde, geteld vanaf 1", "after which round, counted from 1"})
              .between(1, limits::rounds));
    visit(must("pairs", &T::pairs, {"wie met wie", "who with whom"}).between(1, limits::pairs));
    visit(may("writing", &T::writing_ms,
              {"echte minuten voor de overdracht; leeg: 3",
               "real minutes for the handover note; empty: 3"})
              .as(Meaning::minutes)
              .between(1, limits::swap_minutes));
    visit(may("reading", &T::reading_ms,
              {"echte minuten om je in te lezen; leeg: 3", "real minutes to read; empty: 3"})
              .as(Meaning::minutes)
              .between(1, limits::swap_minutes));
}

template <class Visit>
void fields(Visit& visit, Of<core::ConsentScript>) {
    using T = core::ConsentScript;
    visit.about("consent", {"Wat iemand antwoordt als je om toestemming vraagt.",
                            "What somebody answers when asked for consent."});
    visit(must("person", &T::person, {"wie", "who"}));
    visit(may("scope", &T::scope,
              {"waarvoor, zoals subject bij de voorwaarde consent; leeg: voor alles",
               "for what, as subject of the condition consent; empty: for everything"})
              .as(Meaning::line));
    visit(must("given", &T::given, {"ja of nee", "yes or no"}));
    visit(may("after", &T::after_ms,
              {"hoeveel tijd in de casus tot het antwoord; leeg: meteen",
               "how much time in the case until the answer; empty: at once"})
              .as(Meaning::duration));
    visit(must("text", &T::text, {"wat die persoon zegt", "what that person says"})
              .as(Meaning::paragraphs));
}

template <class Visit>
void fields(Visit& visit, Of<core::DebriefQuestion>) {
    using T = core::DebriefQuestion;
    visit.about("question",
                {"Een vraag voor de nabespreking. Het verslag vertelt eronder wat er met "
                 "deze gegevens en besluiten gebeurde.",
                 "A question for the debrief. Below it the report tells what happened "
                 "with these items and decisions."});
    visit(must("text", &T::text, {"de vraag", "the question"}));
    visit(may("items", &T::items, {"om welke gegevens het gaat", "which items it is about"}));
    visit(may("decisions", &T::decisions,
              {"om welke besluiten het gaat", "which decisions it is about"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::ScoreWeights>) {
    using T = core::ScoreWeights;
    visit.about("weights",
                {"Hoe zwaar elke indicator telt binnen zijn kop. S: informatie delen, C: "
                 "samenwerken.",
                 "How much each indicator counts within its heading. S: sharing "
                 "information, C: cooperation."});
    const auto weight = [&](std::string_view key, int T::*member, Help help) {
        visit(may(key, member, help).between(0, limits::indicator_weight));
    };
    weight("S1", &T::s1, {"unieke informatie op tafel", "unique information on the table"});
    weight("S2", &T::s2, {"behoeftedekking", "needs met"});
    weight("S3", &T::s3, {"op tijd", "in time"});
    weight("S4", &T::s4, {"zorgvuldige grens", "careful limits"});
    weight("S5", &T::s5, {"grondslag en vorm", "basis and form"});
    weight("S6", &T::s6, {"feit of aanname", "fact or assumption"});
    weight("C1", &T::c1, {"verzoeken beantwoord", "requests answered"});
    weight("C2", &T::c2, {"gericht vragen", "asking where it is known"});
    weight("C3", &T::c3, {"brug tussen de tafels", "bridge between the tables"});
    weight("C4", &T::c4, {"wederkerigheid", "reciprocity"});
    weight("C5", &T::c5, {"geïnformeerd besluiten", "informed decisions"});
    weight("C6", &T::c6, {"gedeeld beeld en gedragen plan", "shared picture and supported plan"});
}

}  // namespace casustafel::scenario
