#pragma once
// How what the case itself says to the players is written (see fields.hpp): questions on behalf of
// roles that only autopilots play, actions that somebody once began, and the freeze probes.
#include "server/scenario/reading/case_file.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/happening_fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::ScriptedAsk>) {
    using T = core::ScriptedAsk;
    visit.about("ask", {"Een vraag die een rol met autopilot: always aan anderen stelt. Zo staat "
                        "er iets open om over te dragen.",
                        "A question that a role with autopilot: always puts to others, so that "
                        "something is open to hand over."});
    visit(must("from", &T::from, {"wie vraagt", "who asks"}));
    visit(must("to", &T::to, {"aan wie", "whom"}));
    visit(must("person", &T::person, {"over wie", "about whom"}));
    visit(must("category", &T::category, {"over welk onderwerp", "about which subject"}));
    visit(may("item", &T::item,
              {"om welk gegeven het gaat; leeg: geen bepaald gegeven",
               "which item it is about; empty: none in particular"}));
    visit(must("text", &T::text, {"de vraag zelf", "the question itself"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::ScriptedAction>) {
    using T = core::ScriptedAction;
    visit.about("begun_action",
                {"Een actie die al in het plan staat, maar nog niet af is: zonder bevoegdheid, "
                 "datum en wie het weet.",
                 "An action that stands in the plan already but is not finished: without power, "
                 "date and who is told."});
    visit(must("author", &T::author, {"wie haar opschreef", "who wrote it down"}));
    visit(must("lead", &T::lead, {"wie de trekker is", "who leads it"}));
    visit(must("text", &T::text, {"wat er moet gebeuren", "what has to be done"}));
    visit(may("items", &T::items,
              {"gegevens waar zij op rust; de schrijver moet ze kunnen hebben",
               "items it rests on; its author must be able to have them"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::ProbeOption>) {
    using T = core::ProbeOption;
    visit.about("probe_option", {"Een antwoord op een vraag aan iedereen. Goed is het als right "
                                 "dat zegt, of als alles onder right_when klopt.",
                                 "An answer to a question to everybody. It is right when right "
                                 "says so, or when all under right_when holds."});
    visit(must("id", &T::id, {"code, uniek binnen de vraag", "code, unique within the question"}));
    visit(must("text", &T::text, {"het antwoord", "the answer"}).as(Meaning::line));
    visit(may("right", &T::right, {"dit antwoord is goed", "this answer is right"}));
    visit(may("right_when", &T::right_when,
              {"dit antwoord is goed als dit allemaal klopt op het moment van beoordelen",
               "this answer is right when all of this holds at the moment of judging"})
              .between(0, limits::checks));
}

template <class Visit>
void fields(Visit& visit, Of<core::ProbeQuestion>) {
    using T = core::ProbeQuestion;
    visit.about("probe_question",
                {"Een vraag aan iedereen. Wat goed is, wordt bepaald als de vragen sluiten; bij "
                 "predicts: true aan het einde.",
                 "A question to everybody. What is right is judged when the questions close; "
                 "with predicts: true at the end."});
    visit(must("id", &T::id, {"code, uniek binnen de vragen", "code, unique within the probe"}));
    visit(must("text", &T::text, {"de vraag", "the question"}));
    visit(may("predicts", &T::predicts,
              {"de vraag gaat over wat nog komt", "the question is about what is to come"}));
    visit(must("options", &T::options, {"de antwoorden", "the answers"})
              .between(limits::fewest_probe_options, limits::probe_options));
}

template <class Visit>
void fields(Visit& visit, Of<core::Probe>) {
    using T = core::Probe;
    visit.about("probe", {"Vragen aan iedereen tegelijk (freeze probe): de casus staat stil en "
                          "iedereen antwoordt voor zichzelf. Telt mee in C6.",
                          "Questions to everybody at once (a freeze probe): the case stands still "
                          "and all answer for themselves. Counts in C6."});
    visit(must("id", &T::id, {"code", "code"}));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(may("at", &T::at_sim_ms,
              {"wanneer; leeg: alleen als de trainer ze stelt",
               "when; empty: only when the trainer opens it"})
              .as(Meaning::time));
    visit(may("answer_within", &T::answer_within_ms,
              {"echte minuten om te antwoorden; leeg: 3", "real minutes to answer; empty: 3"})
              .as(Meaning::minutes)
              .between(1, limits::probe_minutes));
    visit(must("questions", &T::questions, {"de vragen", "the questions"})
              .between(1, limits::probe_questions));
}

}  // namespace casustafel::scenario
