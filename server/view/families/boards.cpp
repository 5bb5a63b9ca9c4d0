// Boards and their cards. In an anonymous column a card says to its author and to trainers whose it
// is, when it was put and what it cites, and to nobody else.
#include "server/view/families/cited.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/form.hpp"

namespace casustafel::view {
namespace {

constexpr Kind board = kind(v1::Entity::kBoard);
constexpr Kind card = kind(v1::Entity::kCard);

void put_pattern(const core::Pattern& pattern, v1::BoardColumn& m) {
    m.set_lit(true);
    put(pattern.title, m.mutable_pattern_title());
    put(pattern.text, m.mutable_pattern_text());
}

void put_column(const Look& look, const core::Board& written, const core::BoardColumn& column,
                v1::BoardColumn& m) {
    m.set_id(column.id.value);
    put(column.title, m.mutable_title());
    put(column.hint, m.mutable_hint());
    m.set_cites(static_cast<std::uint32_t>(column.cites));
    m.set_facts_only(column.facts_only);
    m.set_organisations(static_cast<std::uint32_t>(column.organisations));
    put_form(column.fields, m.mutable_fields());
    m.set_stances(word(column.stances));
    m.set_anonymous(column.anonymous);
    m.set_most(static_cast<std::uint32_t>(column.most));
    m.set_after(column.after.value);
    if (column.pattern && look.state.patterns.contains({written.id, column.id}))
        put_pattern(*column.pattern, m);
}

void fill_board(const Look& look, v1::Entity& entity) {
    v1::Board& m = *entity.mutable_board();
    const core::Board& written = *find(look.scenario, core::BoardId{look.subject.id});
    m.set_id(written.id.value);
    put(written.title, m.mutable_title());
    put(written.gist, m.mutable_gist());
    for (const core::BoardColumn& column : written.columns)
        put_column(look, written, column, *m.add_columns());
    for (const core::Role& role : look.scenario.roles)
        if (core::writes_on(look.state, role.id, written)) m.add_roles(role.id.value);
    m.set_order(order_of(look.scenario.boards, written));
}

// Until it is withdrawn.
const core::Card* standing(const Eyes& eyes) {
    const auto* found = made(eyes.state.cards, eyes.subject);
    return found && !found->withdrawn ? found : nullptr;
}

Seen own_card(const Eyes& eyes) {
    const auto* found = standing(eyes);
    return eyes.own(found && eyes.see(*found));
}

Seen any_card(const Eyes& eyes) { return when(standing(eyes), FacetKind::trainer); }

// What an anonymous card keeps to its author.
void put_source(const Look& look, const core::Card& put, v1::Card& m) {
    m.set_author(put.author.value);
    m.set_at_sim_ms(put.at_sim_ms);
    put_cited(look, put.terms.cited, m.mutable_cited());
    m.set_organisations(static_cast<std::uint32_t>(core::organisations_of(put)));
}

void fill_card(const Look& look, v1::Entity& entity) {
    v1::Card& m = *entity.mutable_card();
    const core::Card& put = look.state.cards.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_board(put.board.value);
    m.set_column(put.terms.column.value);
    m.set_text(put.terms.text);
    put_filled_in(put.terms.filled_in, m.mutable_filled_in());
    m.set_own(!look.is_trainer() && put.author == look.facet.role);
    if (look.is_trainer() || look.leak == testing::Leak::pinned_by ||
        core::sees_author(look.state, look.facet.role, put))
        put_source(look, put, m);
    put_ids(put.asked, m.mutable_asked());
    for (const auto& [role, stance] : put.stances) {
        v1::Stance& said = *m.add_stances();
        said.set_by(role.value);
        said.set_agrees(stance.agrees);
        said.set_text(stance.text);
    }
    m.set_stands(core::stands(look.state, put));
}

constexpr Row rows[] = {
    {.kind = board,
     .key = contract::entities::board,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::boards>,
     .role = when_sees_written<core::BoardId>,
     .trainer = when_written<core::BoardId>,
     .fill = fill_board},
    {.kind = card,
     .key = contract::entities::card,
     .offered = Offered::of_play,
     .list = list_made<&core::State::cards>,
     .role = own_card,
     .trainer = any_card,
     .fill = fill_card},
};

struct Changes : Touch {
    void on(const core::CardPut& e) { add(card, e.card); }
    void on(const core::CardChanged& e) { add(card, e.card); }
    void on(const core::CardWithdrawn& e) { add(card, e.card); }
    void on(const core::StanceTaken& e) { add(card, e.card); }
    void on(const core::PatternLit& e) { add(board, e.board.value); }
    void on_item(const core::ItemId& item) {
        add_those(card, after.cards,
                  [&](const core::Card& each) { return cites(each.terms.cited, item); });
    }
};

}  // namespace

constinit const Family families::boards = family<Changes>(rows);

}  // namespace casustafel::view
