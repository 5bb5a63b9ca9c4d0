#pragma once
// How a gegeven (an item of information) is written, with its needs, grants and red lines (see
// fields.hpp).
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/rules_fields.hpp"

namespace casustafel::scenario {

inline constexpr std::string_view forms = "pointer conclusion summary facts source";

template <class Visit>
void fields(Visit& visit, Of<core::Need>) {
    using T = core::Need;
    visit.about("need", {"De norm voor te weinig delen: deze rol heeft het gegeven dan nodig.",
                         "The norm for sharing too little: this role needs the item by then."});
    visit(must("role", &T::role, {"wie het nodig heeft", "who needs it"}));
    visit(must("purpose", &T::purpose, {"voor welk doel", "for which purpose"}));
    visit(may("decision", &T::decision, {"voor welk besluit", "for which decision"}));
    visit(may("min_form", &T::min_form,
              {"de minste vorm die volstaat", "the least form that will do"})
              .only(forms));
    visit(may("by", &T::by_sim_ms,
              {"uiterlijk; leeg: een uur voor het besluit",
               "at the latest; empty: an hour before the decision"})
              .as(Meaning::time));
    visit(may("weight", &T::weight, {"hoe zwaar het telt", "how much it counts"}).between(1, 3));
    visit(may("known_to_holder", &T::known_to_holder,
              {"de houder kan zonder vraag weten dat deze rol het nodig heeft",
               "the holder can know without being asked that this role needs it"}));
    visit(may("reason", &T::reason, {"waarom, voor de nabespreking", "why, for the debrief"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Grant>) {
    using T = core::Grant;
    visit.about("grant",
                {"Een weg die mag: deze gevers, deze ontvangers, dit doel, deze grondslag.",
                 "A lawful way: these givers, these receivers, this purpose, this basis."});
    visit(may("from", &T::from, {"wie geeft; leeg: iedereen", "who gives; empty: anybody"}));
    visit(may("to", &T::to, {"wie krijgt; leeg: iedereen", "who receives; empty: anybody"}));
    visit(must("purposes", &T::purposes, {"voor welke doelen", "for which purposes"}));
    visit(must("bases", &T::bases,
               {"op welke grondslagen uit het regelpakket", "on which bases of the rules pack"}));
    visit(must("max_form", &T::max_form, {"de rijkste vorm die mag", "the richest form allowed"})
              .only(forms));
    visit(may("when", &T::when, {"wat er allemaal moet gelden", "what must all hold"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::RedLine>) {
    using T = core::RedLine;
    visit.about("red_line", {"Een rode lijn: aan deze rollen nooit, wat er verder ook mag.",
                             "A red line: never to these roles, whatever else is allowed."});
    visit(may("to", &T::to,
              {"aan wie nooit; leeg: aan niemand anders", "never to whom; empty: to nobody else"}));
    visit(may("from", &T::from_form,
              {"vanaf welke vorm het niet mag", "from which form on it is forbidden"})
              .only(forms));
    visit(may("severity", &T::severity,
              {"ernst; leeg: de gevoeligheid van het gegeven",
               "severity; empty: the item's sensitivity"})
              .between(0, 3));
    visit(may("when", &T::when, {"alleen als dit allemaal geldt", "only when all of this holds"}));
    visit(must("reason", &T::reason, {"waarom, voor de nabespreking", "why, for the debrief"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::LaterHolder>) {
    using T = core::LaterHolder;
    visit.about("later_holder", {"Een rol die het gegeven later uit de casus zelf krijgt.",
                                 "A role that gets the item later from the case itself."});
    visit(must("role", &T::role, {"welke rol", "which role"}));
    visit(must("from", &T::from_sim_ms, {"vanaf wanneer", "from when"}).as(Meaning::time));
}

// The part of an item under `truth`.
template <class Visit>
void truth_fields(Visit& visit) {
    using T = core::Item;
    visit(may("status", &T::truth, {"wat het in werkelijkheid is", "what it is in reality"}));
    visit(may("presented_as", &T::presented_as_fact,
              {"hoe het in het dossier staat", "how the dossier presents it"})
              .words("assumption", "fact"));
    visit(may("source", &T::source, {"waar het vandaan komt", "where it comes from"})
              .as(Meaning::line));
    visit(may("refuted_by", &T::refuted_by,
              {"gegevens die laten zien dat het niet klopt", "items that show it is not so"}));
    visit(may("never_knowable", &T::never_knowable,
              {"een aanname die niemand kan nagaan", "an assumption nobody can check"}));
}

template <class Visit>
void fields(Visit& visit, Of<CaseItem>) {
    using T = CaseItem;
    visit.about("item",
                {"Een gegeven in iemands dossier, met per vorm wat de ander te lezen krijgt.",
                 "An item in somebody's dossier, with what others read in each form."});
    visit(must("id", &T::id, {"code, bijvoorbeeld A03", "code, for example A03"}));
    visit(must("title", &T::title,
               {"korte titel, zichtbaar vanaf de samenvatting",
                "short title, shown from the summary upwards"})
              .as(Meaning::line));
    visit(must(
        "pointer", &T::pointer,
        {"de wijzer: dat er iets is, niet wat", "the pointer: that there is something, not what"}));
    visit(must("conclusion", &T::conclusion,
               {"de conclusie: wat het betekent, zonder de bron",
                "the conclusion: what it means, without the source"}));
    visit(must("summary", &T::summary,
               {"de samenvatting, beperkt tot het doel", "the summary, limited to the purpose"}));
    visit(must("text", &T::text, {"de feiten", "the facts"}).as(Meaning::paragraphs));
    visit(may("source_text", &T::source_text,
              {"het ruwe stuk; leeg: de feiten met hun bron",
               "the raw record; empty: the facts with their source"})
              .as(Meaning::paragraphs));
    visit(must("about", &T::about, {"over wie", "about whom"}));
    visit(must("category", &T::category, {"soort gegeven", "kind of information"}));
    visit(must("sensitivity", &T::sensitivity,
               {"0 open, 1 persoonlijk, 2 gevoelig, 3 zeer gevoelig",
                "0 open, 1 personal, 2 sensitive, 3 very sensitive"})
              .between(0, 3));
    visit(group("truth",
                {"waar of niet, en hoe het gebracht wordt", "true or not, and how it is presented"},
                [](auto& inner) { truth_fields(inner); }));
    visit(may("holders", &T::holders, {"in wiens dossier het zit", "in whose dossier it is"})
              .between(1, limits::roles));
    visit(may("available", &T::available_sim_ms,
              {"vanaf wanneer; leeg: vanaf het begin, of als een gebeurtenis het brengt",
               "from when; empty: from the start, or when an inject brings it"})
              .as(Meaning::time));
    visit(may("later_holders", &T::later_holders,
              {"wie het later uit de casus zelf krijgt", "who gets it later from the case itself"})
              .between(0, limits::roles));
    visit(may("emerges_from", &T::emerges_from,
              {"ontstaat bij wie al deze gegevens heeft; dan zijn er geen holders",
               "comes into being for whoever has all of these; then there are no holders"}));
    visit(
        may("needs", &T::needs, {"wie het nodig heeft", "who needs it"}).between(0, limits::ways));
    visit(
        may("grants", &T::grants,
            {"wegen die mogen, boven op het regelpakket", "lawful ways, on top of the rules pack"})
            .between(0, limits::ways));
    visit(may("never", &T::never, {"rode lijnen", "red lines"}).between(0, limits::ways));
    visit(may("onward", &T::onward,
              {"of een ontvanger het mag doorgeven", "whether a receiver may pass it on"}));
    visit(may("weight", &T::weight,
              {"gewicht; leeg: het zwaarste van wie het nodig heeft",
               "weight; empty: the heaviest of its needs"})
              .between(1, 3));
    visit(may("caution", &T::caution,
              {"een regel die de houder erbij ziet", "a line the holder sees beside it"}));
    visit(may("defaults", &T::defaults,
              {"of de wegen uit het regelpakket gelden", "whether the rules pack's ways apply"}));
}

}  // namespace casustafel::scenario
