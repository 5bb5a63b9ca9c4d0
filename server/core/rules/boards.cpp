// Boards: who may put a card where, what its column wants of it, who has to say something about it,
// and when a pattern lights up.
#include <algorithm>

#include "server/core/families/visible.hpp"
#include "server/core/law/lawful.hpp"
#include "server/core/rules/audience.hpp"
#include "server/core/rules/citing.hpp"
#include "server/core/rules/filling_in.hpp"
#include "server/core/rules/rules.hpp"

namespace casustafel::core {
namespace {

const BoardColumn* column_of(const Scenario& scenario, const Card& card) {
    const Board* board = find(scenario, card.board);
    return board ? find(*board, card.terms.column) : nullptr;
}

bool is_in(const Card& card, const BoardId& board, const ColumnId& column) {
    return card.board == board && card.terms.column == column;
}

// The cards there that nobody withdrew, but this one.
std::vector<const Card*> cards_in(const State& state, const BoardId& board, const ColumnId& column,
                                  EntityId besides) {
    std::vector<const Card*> found;
    for (const auto& [id, card] : state.cards)
        if (id != besides && !card.withdrawn && is_in(card, board, column)) found.push_back(&card);
    return found;
}

// The card of this id when the actor sees it.
const Card* known_card(const Act& act, EntityId id) {
    const auto found = act.state.cards.find(id);
    if (found == act.state.cards.end()) return nullptr;
    return sees(act.state, act.actor.role, found->second) ? &found->second : nullptr;
}

// From the case itself it is of the role's own organisation, else of whoever gave it.
OrganisationId origin(const Act& act, const ItemId& item) {
    const Holding* held = holding(act.state, act.actor.role, item);
    const auto share = held ? act.state.shares.find(held->share) : act.state.shares.end();
    const RoleId& from =
        share == act.state.shares.end() ? act.actor.role : share->second.event.giver;
    const Role* role = find(act.scenario, from);
    return role ? role->organisation : OrganisationId{};
}

std::vector<OrganisationId> origins(const Act& act, const std::vector<Cited>& cited) {
    std::vector<OrganisationId> all;
    for (const Cited& each : cited) all.push_back(origin(act, each.item));
    return all;
}

std::size_t different(const std::vector<OrganisationId>& all) {
    return std::set(all.begin(), all.end()).size();
}

// What somebody calls a fact here and noted as something else elsewhere is none.
bool is_fact(const Act& act, const Cited& cited) {
    const Holding* held = holding(act.state, act.actor.role, cited.item);
    return cited.as == Mark::fact && (!held || held->mark.value_or(Mark::fact) == Mark::fact);
}

std::optional<Rejection> cannot_rest(const Act& act, const BoardColumn& column,
                                     const std::vector<Cited>& cited) {
    if (const auto rejection = cannot_cite(act, cited)) return rejection;
    if (each_once(cited).size() < static_cast<std::size_t>(column.cites))
        return Rejection::too_few_items;
    if (column.facts_only && !std::all_of(cited.begin(), cited.end(),
                                          [&](const Cited& each) { return is_fact(act, each); }))
        return Rejection::not_a_fact;
    if (different(origins(act, cited)) < static_cast<std::size_t>(column.organisations))
        return Rejection::too_few_organisations;
    return std::nullopt;
}

// The roles that the fields of a card name.
std::vector<RoleId> named_in(const BoardColumn& column, const CardTerms& terms) {
    std::vector<RoleId> roles;
    for (const FormField& field : column.fields) {
        const std::string& value = filled_in(terms.filled_in, field.id);
        if (field.kind == FieldKind::role && !value.empty()) roles.push_back(RoleId{value});
    }
    return roles;
}

// Who is asked to agree sees what it is asked about.
bool all_at_board(const Act& act, const Board& board, const BoardColumn& column,
                  const CardTerms& terms) {
    if (column.stances != StanceRule::named) return true;
    const auto roles = named_in(column, terms);
    return std::all_of(roles.begin(), roles.end(),
                       [&](const RoleId& role) { return sees(act.state, role, board); });
}

// A power is used by somebody who has it: one of the roles that the card names.
bool has_its_powers(const Act& act, const BoardColumn& column, const CardTerms& terms) {
    const auto roles = named_in(column, terms);
    return std::all_of(column.fields.begin(), column.fields.end(), [&](const FormField& field) {
        const std::string& value = filled_in(terms.filled_in, field.id);
        if (field.kind != FieldKind::power || value.empty()) return true;
        const Power& power = *find(act.scenario, PowerId{value});
        return std::any_of(roles.begin(), roles.end(),
                           [&](const RoleId& role) { return names(power.holders, role); });
    });
}

// What was set before may have passed; a new moment lies ahead.
bool lies_ahead(const Act& act, const BoardColumn& column, const CardTerms& terms,
                const CardTerms* before) {
    return std::all_of(column.fields.begin(), column.fields.end(), [&](const FormField& field) {
        const std::string& value = filled_in(terms.filled_in, field.id);
        if (field.kind != FieldKind::moment || value.empty()) return true;
        if (before && filled_in(before->filled_in, field.id) == value) return true;
        return moment_of(value).value_or(0) > act.stamp.sim_ms;
    });
}

std::optional<Rejection> cannot_enter(const Act& act, const Board& board, const BoardColumn& column,
                                      EntityId card) {
    const auto there = cards_in(act.state, board.id, column.id, card);
    if (column.most > 0 && there.size() >= static_cast<std::size_t>(column.most))
        return Rejection::column_full;
    if (column.after.empty()) return std::nullopt;
    const auto before = cards_in(act.state, board.id, column.after, card);
    const bool open = std::any_of(before.begin(), before.end(),
                                  [&](const Card* each) { return stands(act.state, *each); });
    return open ? std::nullopt : std::optional{Rejection::column_closed};
}

// Why this cannot stand in its column, or nothing. `before`: as the card was, of one that changes.
std::optional<Rejection> cannot_stand(const Act& act, const Board& board, const CardTerms& terms,
                                      EntityId card, const CardTerms* before) {
    const BoardColumn* column = find(board, terms.column);
    if (!column) return Rejection::unknown;
    if (is_blank(terms.text)) return Rejection::empty_text;
    if (!before || before->column != terms.column)
        if (const auto rejection = cannot_enter(act, board, *column, card)) return rejection;
    if (const auto rejection = cannot_rest(act, *column, terms.cited)) return rejection;
    if (const auto rejection = cannot_fill_in(act, column->fields, terms.filled_in))
        return rejection;
    if (!all_at_board(act, board, *column, terms)) return Rejection::not_at_board;
    if (!has_its_powers(act, *column, terms)) return Rejection::no_power;
    if (!lies_ahead(act, *column, terms, before)) return Rejection::too_late;
    return std::nullopt;
}

CardTerms tidy(const Board& board, CardTerms terms) {
    terms.cited = each_once(terms.cited);
    terms.filled_in = in_order(find(board, terms.column)->fields, terms.filled_in);
    return terms;
}

bool is_played_by_somebody(const State& state, const RoleId& role) {
    const auto seat = state.seats.find(role);
    return seat != state.seats.end() &&
           (seat->second.occupant != ParticipantId::nobody || seat->second.stand_in);
}

// Who has to say something about it; whoever writes it agrees by that.
std::vector<RoleId> asked_about(const Act& act, const Board& board, const CardTerms& terms) {
    const BoardColumn& column = *find(board, terms.column);
    std::vector<RoleId> roles;
    if (column.stances == StanceRule::named) roles = named_in(column, terms);
    if (column.stances == StanceRule::each)
        for (const Role& role : act.scenario.roles)
            if (writes_on(act.state, role.id, board) && is_played_by_somebody(act.state, role.id))
                roles.push_back(role.id);
    std::erase(roles, act.actor.role);
    return in_scenario_order(act.scenario, roles);
}

// Whether a card with these terms makes the pattern of its column complete.
bool lights_up(const Act& act, const Board& board, EntityId id, const CardTerms& terms,
               const RoleId& author) {
    const BoardColumn& column = *find(board, terms.column);
    if (!column.pattern || act.state.patterns.contains({board.id, column.id})) return false;
    Card fresh;
    fresh.author = author;
    fresh.terms = terms;
    auto cards = cards_in(act.state, board.id, column.id, id);
    cards.push_back(&fresh);
    std::set<std::string> tags;
    std::set<RoleId> seats;
    for (const Card* card : cards) {
        if (const auto tag = tag_of(column, *card); !tag.empty()) tags.insert(tag);
        seats.insert(card->author);
    }
    return tags.size() >= static_cast<std::size_t>(column.pattern->tags) &&
           seats.size() >= static_cast<std::size_t>(column.pattern->seats);
}

std::vector<Event> with_pattern(const Act& act, const Board& board, EntityId id,
                                const CardTerms& terms, const RoleId& author, Event event) {
    std::vector<Event> events{std::move(event)};
    if (lights_up(act, board, id, terms, author))
        events.emplace_back(PatternLit{board.id, terms.column});
    return events;
}

// Why the actor cannot change this card, or nothing.
std::optional<Rejection> cannot_write(const Act& act, const Card* card) {
    if (!card) return Rejection::unknown;
    const RoleId& role = act.actor.role;
    if (!writes_on(act.state, role, *find(act.scenario, card->board))) return Rejection::no_power;
    if (!sees_author(act.state, role, *card)) return Rejection::no_power;
    if (card->withdrawn) return Rejection::too_late;
    return std::nullopt;
}

bool sees_all(const Act& act, const std::vector<Cited>& cited) {
    return std::all_of(cited.begin(), cited.end(), [&](const Cited& each) {
        return sees(act.state, act.actor.role, each.item);
    });
}

// Whose card it is becomes a secret only by its author.
bool hides_another(const Act& act, const Board& board, const Card& card, const ColumnId& to) {
    const BoardColumn* column = find(board, to);
    return column && column->anonymous && card.author != act.actor.role;
}

}  // namespace

bool writes_on(const State& state, const RoleId& id, const Board& board) {
    const Role* role = find(*state.scenario, id);
    return role != nullptr && (names(board.guests, id) || names(board.tables, role->table));
}

bool sees(const State& state, const RoleId& role, const Board& board) {
    return writes_on(state, role, board) || names(board.readers, role);
}

bool sees(const State& state, const RoleId& role, const Card& card) {
    const Board* board = find(*state.scenario, card.board);
    return board && sees(state, role, *board);
}

bool sees_author(const State& state, const RoleId& role, const Card& card) {
    const BoardColumn* column = column_of(*state.scenario, card);
    return column && (!column->anonymous || card.author == role);
}

std::size_t organisations_of(const Card& card) { return different(card.origins); }

std::string tag_of(const BoardColumn& column, const Card& card) {
    const auto choice =
        std::find_if(column.fields.begin(), column.fields.end(),
                     [](const FormField& field) { return field.kind == FieldKind::choice; });
    return choice == column.fields.end() ? std::string()
                                         : filled_in(card.terms.filled_in, choice->id);
}

bool stands(const State& state, const Card& card) {
    const BoardColumn* column = column_of(*state.scenario, card);
    if (!column || card.withdrawn) return false;
    return std::all_of(card.asked.begin(), card.asked.end(), [&](const RoleId& role) {
        const auto said = card.stances.find(role);
        if (said == card.stances.end()) return false;
        return column->stances != StanceRule::named || said->second.agrees;
    });
}

Outcome decide_on(const Act& act, const PutCard& command) {
    const Board* board = find(act.scenario, command.board);
    const RoleId& role = act.actor.role;
    if (!board || !sees(act.state, role, *board)) return Rejection::unknown;
    if (!writes_on(act.state, role, *board)) return Rejection::no_power;
    if (const auto rejection = cannot_stand(act, *board, command.terms, EntityId::none, nullptr))
        return *rejection;
    if (act.state.cards.size() >= limits::cards) return Rejection::too_much;
    CardTerms terms = tidy(*board, command.terms);
    CardPut put{act.fresh,
                board->id,
                role,
                terms,
                origins(act, terms.cited),
                asked_about(act, *board, terms)};
    return with_pattern(act, *board, act.fresh, terms, role, std::move(put));
}

Outcome decide_on(const Act& act, const ChangeCard& command) {
    const Card* card = known_card(act, command.card);
    if (const auto rejection = cannot_write(act, card)) return *rejection;
    if (!sees_all(act, card->terms.cited)) return Rejection::cites_unseen;
    const Board& board = *find(act.scenario, card->board);
    if (hides_another(act, board, *card, command.terms.column)) return Rejection::no_power;
    if (const auto rejection = cannot_stand(act, board, command.terms, command.card, &card->terms))
        return *rejection;
    CardTerms terms = tidy(board, command.terms);
    if (terms == card->terms) return Rejection::already_so;
    CardChanged changed{command.card, act.actor.role, terms, origins(act, terms.cited),
                        asked_about(act, board, terms)};
    return with_pattern(act, board, command.card, terms, card->author, std::move(changed));
}

Outcome decide_on(const Act& act, const WithdrawCard& command) {
    const Card* card = known_card(act, command.card);
    if (const auto rejection = cannot_write(act, card))
        return card && card->withdrawn ? Rejection::already_so : *rejection;
    return std::vector<Event>{CardWithdrawn{command.card, act.actor.role}};
}

Outcome decide_on(const Act& act, const TakeStance& command) {
    const Card* card = known_card(act, command.card);
    if (!card) return Rejection::unknown;
    if (card->withdrawn) return Rejection::too_late;
    const BoardColumn& column = *column_of(act.scenario, *card);
    const RoleId& role = act.actor.role;
    const bool joins = column.stances == StanceRule::each &&
                       writes_on(act.state, role, *find(act.scenario, card->board));
    if (column.stances == StanceRule::none || (!joins && !names(card->asked, role)))
        return Rejection::stance_not_asked;
    if (!command.agrees && is_blank(command.text)) return Rejection::dissent_without_reason;
    const auto said = card->stances.find(role);
    if (said != card->stances.end() && said->second == Stance{command.agrees, command.text})
        return Rejection::already_so;
    return std::vector<Event>{StanceTaken{command.card, role, command.agrees, command.text}};
}

void apply_on(State& state, const Record& record, const CardPut& event) {
    Card card;
    card.board = event.board;
    card.author = event.by;
    card.terms = event.terms;
    card.origins = event.origins;
    card.asked = event.asked;
    card.at_sim_ms = record.stamp.sim_ms;
    state.cards.insert_or_assign(event.card, std::move(card));
}

void apply_on(State& state, const Record&, const CardChanged& event) {
    Card& card = state.cards[event.card];
    card.terms = event.terms;
    card.origins = event.origins;
    card.asked = event.asked;
    card.stances.clear();
}

void apply_on(State& state, const Record&, const CardWithdrawn& event) {
    state.cards[event.card].withdrawn = true;
}

void apply_on(State& state, const Record&, const StanceTaken& event) {
    state.cards[event.card].stances.insert_or_assign(event.by, Stance{event.agrees, event.text});
}

void apply_on(State& state, const Record&, const PatternLit& event) {
    state.patterns.insert({event.board, event.column});
}

}  // namespace casustafel::core
