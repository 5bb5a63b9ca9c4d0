#include "boards_world.hpp"

#include <string>
#include <vector>

#include "proto/contract/entities.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute = 60'000, hour = 60 * minute;

v1::BoardColumn& add_column(v1::Board& board, const char* id, const char* title, const char* hint) {
    v1::BoardColumn& made = *board.add_columns();
    made.set_id(id);
    made.mutable_title()->set_nl(title);
    made.mutable_hint()->set_nl(hint);
    made.set_stances("none");
    return made;
}

v1::FormField& add_field(v1::BoardColumn& column, const char* id, const char* name,
                         const char* kind) {
    v1::FormField& made = *column.add_fields();
    made.set_id(id);
    made.mutable_name()->set_nl(name);
    made.set_kind(kind);
    return made;
}

v1::Board board_named(const char* id, const char* title, const char* gist, unsigned order) {
    v1::Board board;
    board.set_id(id);
    board.mutable_title()->set_nl(title);
    board.mutable_gist()->set_nl(gist);
    board.set_order(order);
    for (const char* role : {"PRC", "POL-V", "CAS", "VT", "SHN-V"}) board.add_roles(role);
    return board;
}

v1::Board quick_scan() {
    v1::Board board = board_named("QUICKSCAN", "QuickScan",
                                  "Van losse signalen naar één probleem waar iedereen iets van "
                                  "vond, en wat daarvoor nodig is.",
                                  0);
    add_column(board, "SIGNALEN", "Signalen", "Wat zag of hoorde je dat je opviel?").set_cites(1);
    add_column(board, "FEITEN", "Feiten en aannames",
               "Wat weten we zeker, en wat nemen we aan? Zeg bij elk gegeven welk van de twee het "
               "is.")
        .set_cites(1);
    v1::BoardColumn& phenomena =
        add_column(board, "FENOMENEN", "Fenomenen",
                   "Wat is hier aan de hand? Minstens twee feiten, van twee organisaties.");
    phenomena.set_cites(2);
    phenomena.set_facts_only(true);
    phenomena.set_organisations(2);
    phenomena.set_after("FEITEN");
    v1::BoardColumn& problem =
        add_column(board, "PROBLEEM", "Probleemdefinitie",
                   "Eén zin die het probleem noemt. Iedereen is het eens, of zegt waarom niet.");
    problem.set_stances("each");
    problem.set_most(1);
    problem.set_after("FENOMENEN");
    v1::BoardColumn& who = add_column(board, "MET_WIE", "Met wie",
                                      "Met wie moeten we samenwerken, en met wie mag het?");
    who.set_after("PROBLEEM");
    add_field(who, "WIE", "Wie", "role");
    v1::BoardColumn& field =
        add_column(board, "VELD", "Interventieveld",
                   "Wat zou helpen, wie mag dat, bij wie, en wat moet er eerst?");
    field.set_after("PROBLEEM");
    add_field(field, "WIE", "Wie doet het", "role");
    add_field(field, "BIJ", "Bij wie", "person");
    add_field(field, "KLAAR", "Klaar vóór", "moment");
    add_column(board, "ANDERS", "Wat er anders moet", "Wat doet een organisatie voortaan anders?")
        .set_after("VELD");
    return board;
}

v1::Board signal_board() {
    v1::Board board =
        board_named("SIGNAALBORD", "Signaalbord",
                    "Hang hier op wat te klein leek om te delen. Niemand ziet van wie een briefje "
                    "is.",
                    1);
    v1::BoardColumn& column = add_column(
        board, "SIGNAAL", "Signalen", "Schrijf op wat je opviel, zonder namen en zonder je bron.");
    column.set_anonymous(true);
    column.set_cites(1);
    v1::FormField& sort = add_field(column, "SOORT", "Waar gaat het over?", "choice");
    for (const auto& [id, words] :
         {std::pair{"GELD", "Geld of spullen"}, std::pair{"ANGST", "Angst of zwijgen"},
          std::pair{"CONTROLE", "Iemand anders bepaalt"}}) {
        v1::FormChoice& choice = *sort.add_choices();
        choice.set_id(id);
        choice.mutable_text()->set_nl(words);
    }
    column.set_lit(true);
    column.mutable_pattern_title()->set_nl("Mogelijk criminele uitbuiting");
    column.mutable_pattern_text()->set_nl(
        "Verschillende mensen zagen onafhankelijk van elkaar iets wat hierbij past. Een patroon is "
        "nog geen bewijs: bespreek wat erachter zit.");
    return board;
}

struct CardWords {
    std::uint64_t id;
    const char *board, *column, *author, *text;
    std::vector<std::pair<const char*, const char*>> cited{};
};

v1::Card card_of(const CardWords& words) {
    v1::Card card;
    card.set_id(words.id);
    card.set_board(words.board);
    card.set_column(words.column);
    card.set_author(words.author);
    card.set_own(std::string(words.author) == "VT");
    card.set_text(words.text);
    for (const auto& [item, as] : words.cited) {
        v1::CitedItem& cited = *card.add_cited();
        cited.set_item(item);
        cited.set_as(as);
    }
    card.set_stands(true);
    card.set_at_sim_ms(10 * hour + static_cast<std::int64_t>(words.id) * minute);
    return card;
}

void fill_in(v1::Card& card, const char* field, const char* value) {
    v1::FilledInField& given = *card.add_filled_in();
    given.set_field(field);
    given.set_value(value);
}

v1::Card problem() {
    v1::Card card = card_of({706, "QUICKSCAN", "PROBLEEM", "PRC",
                             "Niemand overziet wie er vrijdag bij de kinderen is, en iedereen "
                             "denkt dat een ander dat regelt."});
    for (const char* role : {"POL-V", "CAS", "VT", "SHN-V"}) card.add_asked(role);
    v1::Stance& agrees = *card.add_stances();
    agrees.set_by("CAS");
    agrees.set_agrees(true);
    v1::Stance& dissents = *card.add_stances();
    dissents.set_by("POL-V");
    dissents.set_text("Het gaat ook om de dreiging van Ronald. Die staat er niet in.");
    card.set_stands(false);
    return card;
}

std::vector<v1::Card> cards() {
    std::vector<v1::Card> all = {
        card_of({701,
                 "QUICKSCAN",
                 "SIGNALEN",
                 "CAS",
                 "Milan blijft thuis als moeder niet slaapt.",
                 {{"A14", "fact"}}}),
        card_of({702,
                 "QUICKSCAN",
                 "SIGNALEN",
                 "VT",
                 "Moeder trok haar verklaring in op de dag dat zij gebeld werd.",
                 {{"A03", "fact"}, {"", "fact"}}}),
        card_of({703,
                 "QUICKSCAN",
                 "FEITEN",
                 "VT",
                 "Milan was 74 uur afwezig, steeds na bezoek.",
                 {{"A14", "fact"}}}),
        card_of({704,
                 "QUICKSCAN",
                 "FEITEN",
                 "CAS",
                 "Hij zou schoolmoe zijn.",
                 {{"A15", "assumption"}}}),
        card_of({705,
                 "QUICKSCAN",
                 "FENOMENEN",
                 "PRC",
                 "De kinderen passen op hun moeder in plaats van andersom.",
                 {{"A14", "fact"}, {"A03", "fact"}}}),
        problem()};
    all[4].set_organisations(2);
    v1::Card pin = card_of({707, "SIGNAALBORD", "SIGNAAL", "", "Nieuwe telefoon, geen werk."});
    fill_in(pin, "SOORT", "GELD");
    v1::Card own = card_of({708,
                            "SIGNAALBORD",
                            "SIGNAAL",
                            "VT",
                            "Zegt niets waar de ander bij is.",
                            {{"A03", "fact"}}});
    fill_in(own, "SOORT", "ANGST");
    all.push_back(pin);
    all.push_back(own);
    return all;
}

}  // namespace

void put_boards(model::Model& model, int more) {
    v1::ViewPatch patch;
    patch.set_view("role:VT");
    const auto add = [&](const v1::Board& board) {
        v1::Entity& entity = *patch.add_entities();
        entity.set_key("board:" + board.id());
        *entity.mutable_board() = board;
    };
    add(quick_scan());
    add(signal_board());
    std::vector<v1::Card> all = more < 0 ? std::vector<v1::Card>{} : cards();
    for (int each = 0; each < more; ++each)
        all.push_back(card_of({800 + static_cast<std::uint64_t>(each),
                               "QUICKSCAN",
                               "SIGNALEN",
                               "POL-V",
                               "Weer een melding van de buren over geschreeuw in de "
                               "avond, en weer deed niemand open.",
                               {{"A14", "fact"}}}));
    for (const v1::Card& card : all) {
        v1::Entity& entity = *patch.add_entities();
        entity.set_key(contract::entity_key(contract::entities::card, card.id()));
        *entity.mutable_card() = card;
    }
    model.views["role:VT"].merge(patch);
}

}  // namespace casustafel::ui
