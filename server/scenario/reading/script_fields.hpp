#pragma once
// How what the case itself says to the players is written (see fields.hpp): questions on behalf of
// roles that only autopilots play, actions that somebody once began, and the prompts.
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
void fields(Visit& visit, Of<core::PromptOption>) {
    using T = core::PromptOption;
    visit.about("prompt_option", {"Een antwoord op een vraag. Goed is het als right dat zegt, of "
                                  "als alles onder right_when klopt.",
                                  "An answer to a question. It is right when right says so, or "
                                  "when all under right_when holds."});
    visit(must("id", &T::id, {"code, uniek binnen de vraag", "code, unique within the question"}));
    visit(must("text", &T::text, {"het antwoord", "the answer"}).as(Meaning::line));
    visit(may("right", &T::right, {"dit antwoord is goed", "this answer is right"}));
    visit(may("right_when", &T::right_when,
              {"dit antwoord is goed als dit allemaal klopt op het moment van beoordelen",
               "this answer is right when all of this holds at the moment of judging"})
              .between(0, limits::checks));
    visit(may("right_of", &T::right_of,
              {"bij about_other: het goede antwoord als de vraag over een van deze rollen gaat",
               "with about_other: the right answer when the question is about one of these roles"}));
    visit(may("why", &T::why,
              {"bij tells: waarom dit goed is of niet", "with tells: why this is right or not"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::PromptQuestion>) {
    using T = core::PromptQuestion;
    visit.about("prompt_question",
                {"Een vraag. Wat goed is, wordt bepaald als de peiling sluit; bij predicts: true "
                 "aan het einde.",
                 "A question. What is right is judged when the prompt closes; with predicts: true "
                 "at the end."});
    visit(must("id", &T::id, {"code, uniek binnen de vragen", "code, unique within the prompt"}));
    visit(must("text", &T::text, {"de vraag", "the question"}));
    visit(may("form", &T::form,
              {"waaruit iemand kiest: antwoorden, een schaal, een tekst, rollen, mensen uit de "
               "casus of de eigen gegevens",
               "what one chooses from: answers, a scale, a text, roles, people of the case or "
               "one's own items"}));
    visit(may("predicts", &T::predicts,
              {"de vraag gaat over wat nog komt", "the question is about what is to come"}));
    visit(may("options", &T::options, {"de antwoorden", "the answers"})
              .between(limits::fewest_prompt_options, limits::prompt_options));
    visit(may("most", &T::most,
              {"hoeveel iemand er mag kiezen", "how many one person may choose"})
              .between(1, limits::prompt_options));
    visit(may("from", &T::from, {"begin van een schaal", "start of a scale"})
              .between(0, limits::scale_top));
    visit(may("to", &T::to, {"einde van een schaal", "end of a scale"})
              .between(1, limits::scale_top));
    visit(may("lowest", &T::lowest, {"wat het begin betekent", "what the start means"})
              .as(Meaning::line));
    visit(may("highest", &T::highest, {"wat het einde betekent", "what the end means"})
              .as(Meaning::line));
    visit(may("measures", &T::measures,
              {"wat een vraag van de vragenlijst meet", "what a question of the questionnaire "
                                                        "measures"}));
    visit(may("reversed", &T::reversed,
              {"het begin van de schaal is de goede kant", "the start of the scale is the good "
                                                           "side"}));
    visit(may("about_other", &T::about_other,
              {"over de rol die iemand in de wissel krijgt, of kreeg",
               "about the role that somebody gets in the swap, or got"}));
}

template <class Visit>
void fields(Visit& visit, Of<CasePrompt>) {
    using T = CasePrompt;
    visit.about("prompt",
                {"Een peiling of vragenlijst: vragen aan een paar mensen of aan iedereen, op een "
                 "moment. Zonder vragen en met holds is het een stilte.",
                 "A prompt: questions to some or to everybody, at a moment. Without questions and "
                 "with holds it is a silence."});
    visit(must("id", &T::id, {"code", "code"}));
    visit(must("title", &T::title, {"titel", "title"}).as(Meaning::line));
    visit(may("intro", &T::intro, {"een zin boven de vragen", "a sentence above the questions"}));
    visit(may("moment", &T::moment,
              {"wanneer de peiling vanzelf opent; de trainer kan haar ook zelf openen",
               "when it opens by itself; the trainer may open it too"}));
    visit(may("at", &T::at_sim_ms,
              {"op deze tijd (moment clock)", "at this time (moment clock)"})
              .as(Meaning::time));
    visit(may("inject", &T::inject,
              {"na deze gebeurtenis (moment inject)", "after this inject (moment inject)"}));
    visit(may("decisions", &T::decisions,
              {"vóór deze besluiten (moment decision); leeg: vóór elk besluit",
               "before these decisions (moment decision); empty: before each"}));
    visit(may("before", &T::before_ms,
              {"hoe lang voor de deadline, in tijd van de casus",
               "how long before the deadline, in the case's time"})
              .as(Meaning::duration));
    visit(may("round", &T::round,
              {"aan het einde van deze ronde, geteld vanaf 1 (moment round_end); 0: van elke ronde",
               "at the end of this round, counted from 1 (moment round_end); 0: of each"})
              .between(0, limits::rounds));
    visit(may("to", &T::to,
              {"aan welke rollen; met tables leeg: aan iedereen (bij een besluit: wie het neemt)",
               "to which roles; with tables empty: to everybody (of a decision: its deciders)"}));
    visit(may("tables", &T::tables, {"aan welke tafels", "to which tables"}));
    visit(may("answer_within", &T::answer_within_ms,
              {"echte minuten om te antwoorden; leeg: 3", "real minutes to answer; empty: 3"})
              .as(Meaning::minutes)
              .between(1, limits::prompt_minutes));
    visit(may("holds", &T::holds,
              {"de casus staat stil tot iedereen heeft geantwoord",
               "the case stands still until everybody has answered"}));
    visit(may("seen_by", &T::seen_by,
              {"wie de antwoorden na afloop ziet", "who sees the answers afterwards"}));
    visit(may("shown_as", &T::shown_as,
              {"met namen, zonder namen, of alleen de aantallen",
               "with names, without names, or counts only"}));
    visit(may("shown_from", &T::shown_from,
              {"zonder namen: pas te zien vanaf zoveel antwoorden",
               "without names: shown from so many answers on"})
              .between(3, limits::roles));
    visit(may("after", &T::after,
              {"de eerdere peiling met dezelfde vragen, om mee te vergelijken",
               "the earlier prompt with the same questions, to compare with"}));
    visit(may("scored", &T::scored,
              {"telt mee in C6, het gedeelde beeld", "counts in C6, the shared picture"}));
    visit(may("tells", &T::tells,
              {"wie antwoordt, leest meteen wat goed was en waarom",
               "who answers reads at once what was right and why"}));
    visit(may("questions", &T::questions, {"de vragen", "the questions"})
              .between(0, limits::prompt_questions));
}

}  // namespace casustafel::scenario
