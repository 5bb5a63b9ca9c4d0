#pragma once
// How boards are written (see fields.hpp): columns and what each wants of a card.
#include "server/core/values/boards.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/form_fields.hpp"

namespace casustafel::scenario {

template <class Visit>
void fields(Visit& visit, Of<core::Pattern>) {
    using T = core::Pattern;
    visit.about("pattern",
                {"Een patroon dat oplicht als er genoeg verschillende kaarten van genoeg rollen "
                 "staan. Tot dan kent niemand het.",
                 "A pattern that lights up once there are enough different cards of enough roles. "
                 "Until then nobody knows of it."});
    visit(may("tags", &T::tags,
              {"hoeveel verschillende keuzes in het eerste keuzeveld van de kolom",
               "how many different choices in the first choice of the column"})
              .between(1, limits::form_choices));
    visit(may("seats", &T::seats, {"van hoeveel rollen", "of how many roles"})
              .between(1, limits::roles));
    visit(must("title", &T::title, {"naam", "name"}).as(Meaning::line));
    visit(
        must("text", &T::text, {"wat er dan staat", "what it then says"}).as(Meaning::paragraphs));
}

template <class Visit>
void fields(Visit& visit, Of<core::BoardColumn>) {
    using T = core::BoardColumn;
    visit.about("column", {"Een kolom van een bord, en wat een kaart er nodig heeft.",
                           "A column of a board, and what a card there needs."});
    visit(must("id", &T::id, {"code, uniek binnen het bord", "code, unique within the board"}));
    visit(must("title", &T::title, {"naam", "name"}).as(Meaning::line));
    visit(may("hint", &T::hint, {"wat hier hoort", "what belongs here"}));
    visit(may("cites", &T::cites,
              {"hoeveel gegevens een kaart minstens noemt", "how many items a card cites at least"})
              .between(0, limits::board_cites));
    visit(may("facts_only", &T::facts_only,
              {"alleen als feit, en niet wat iemand zelf als aanname of weerlegd aanmerkte",
               "only as a fact, and not what one marked as an assumption or refuted"}));
    visit(may("organisations", &T::organisations,
              {"van hoeveel organisaties de genoemde gegevens minstens komen: van de eigen, of van "
               "wie ze deelde",
               "from how many organisations the cited items are at least: one's own, or that of "
               "who shared them"})
              .between(0, limits::board_cites));
    visit(may("fields", &T::fields,
              {"wat er op een kaart wordt ingevuld. Een bevoegdheid hoort bij een rol op dezelfde "
               "kaart",
               "what is filled in on a card. A power is held by a role on the same card"})
              .between(0, limits::form_fields));
    visit(may("stances", &T::stances,
              {"wie iets van een kaart moet vinden voordat die staat. each: iedereen die op het "
               "bord schrijft is het eens of zegt waarom niet. named: de rollen op de kaart zijn "
               "het er allemaal mee eens",
               "who has to say something before a card stands. each: everybody who writes on the "
               "board agrees or says why not. named: the roles on the card all agree"}));
    visit(may("anonymous", &T::anonymous,
              {"alleen wie een kaart schrijft weet van wie die is en wat erop genoemd is",
               "only who writes a card knows whose it is and what it cites"}));
    visit(may("most", &T::most,
              {"hoeveel kaarten er tegelijk mogen staan; 0: maakt niet uit",
               "how many cards there may be at a time; 0: any number"})
              .between(0, limits::board_cards));
    visit(may("after", &T::after,
              {"pas open als er in deze kolom een kaart staat; leeg: meteen",
               "open only once a card stands in this column; empty: at once"}));
    visit(may("pattern", &T::pattern, {"wat kan oplichten", "what may light up"}));
}

template <class Visit>
void fields(Visit& visit, Of<core::Board>) {
    using T = core::Board;
    visit.about("board",
                {"Een bord met kolommen: een QuickScan, een signaalbord, een agenda, afspraken.",
                 "A board with columns: a QuickScan, a signal board, an agenda, agreements."});
    visit(must("id", &T::id, {"code, uniek", "code, unique"}));
    visit(must("title", &T::title, {"naam", "name"}).as(Meaning::line));
    visit(may("gist", &T::gist, {"waar het voor is", "what it is for"}));
    visit(may("tables", &T::tables,
              {"de rollen van deze tafels zien het bord en schrijven erop",
               "the roles of these tables see the board and write on it"}));
    visit(may("guests", &T::guests, {"en deze rollen", "and these roles"}));
    visit(may("readers", &T::readers, {"deze rollen zien het alleen", "these roles only see it"}));
    visit(must("columns", &T::columns, {"kolommen, op volgorde", "columns, in order"})
              .between(1, limits::board_columns));
}

}  // namespace casustafel::scenario
