// Boards: cards for the columns that this role can serve, and what it thinks of those of others.
#include <algorithm>

#include "client/bots/persona.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

using contract::FieldKind;

constexpr std::int64_t day_ms = 24 * 60 * minute_ms, morning_ms = 9 * 60 * minute_ms;
constexpr std::uint32_t enough_cards = 12;  // in one column, whatever it has room for

std::vector<const v1::Card*> cards_in(const model::View& view, const v1::Board& board,
                                      const std::string& column) {
    std::vector<const v1::Card*> found;
    for (const v1::Card* card : view.all<v1::Card>())
        if (card->board() == board.id() && card->column() == column) found.push_back(card);
    return found;
}

bool takes_a_card(const model::View& view, const v1::Board& board, const v1::BoardColumn& column) {
    const auto there = cards_in(view, board, column.id());
    if (there.size() >= (column.most() > 0 ? column.most() : enough_cards)) return false;
    if (column.after().empty()) return true;
    const auto before = cards_in(view, board, column.after());
    return std::ranges::any_of(before, [](const v1::Card* card) { return card->stands(); });
}

// What needs everybody's word is put by one of them.
bool is_mine_to_put(const model::View& view, const v1::Board& board, const v1::BoardColumn& column,
                    const std::string& role) {
    if (column.stances() != contract::StanceRule::each && column.most() == 0) return true;
    for (const std::string& writer : board.roles())
        if (is_played_by_a_person(view, writer)) return writer == role;
    return false;
}

std::string organisation_of(const model::View& view, const std::string& role) {
    const v1::Role* seen = view.find<v1::Role>(role);
    return seen == nullptr ? role : seen->organisation().nl();
}

}  // namespace

// What this column wants of what this role holds; empty: it cannot give that.
std::vector<std::string> Persona::grounds_for(const model::View& view,
                                              const v1::BoardColumn& column) const {
    std::vector<std::string> grounds, from;
    const auto add = [&](bool fresh_only) {
        for (const v1::Item* held : view.all<v1::Item>()) {
            if (grounds.size() >= column.cites()) return;
            const bool fact = takes_for_fact(held->id()) &&
                              (held->mark().empty() || held->mark() == contract::Mark::fact);
            if ((column.facts_only() && !fact) || contains(grounds, held->id())) continue;
            const std::string origin = organisation_of(
                view, held->received_from().empty() ? role_ : held->received_from());
            if (fresh_only && contains(from, origin)) continue;
            grounds.push_back(held->id());
            from.push_back(origin);
        }
    };
    add(true);  // of different organisations first
    const bool varied = grounds.size() >= column.organisations();
    add(false);
    return varied && grounds.size() >= column.cites() ? grounds : std::vector<std::string>{};
}

std::string Persona::answer_to(const model::View& view, const v1::FormField& field,
                               std::span<const std::string> others, std::size_t turn) const {
    if (field.kind() == FieldKind::choice && !field.choices().empty())
        return field
            .choices(static_cast<int>(turn % static_cast<std::size_t>(field.choices_size())))
            .id();
    if (field.kind() == FieldKind::role) return others.empty() ? role_ : others.front();
    if (field.kind() == FieldKind::person) {
        for (const v1::Person* person : view.all<v1::Person>()) return person->id();
    }
    if (field.kind() == FieldKind::power) {
        for (const v1::Power* power : view.all<v1::Power>())
            if (contains(power->holders(), role_)) return power->id();
        return {};
    }
    if (field.kind() == FieldKind::moment)
        return std::to_string((sim_ms_ / day_ms + 1) * day_ms + morning_ms);
    return field.kind() == FieldKind::text ? "Dat zien we als het afgesproken moment er is." : "";
}

// False: something that has to be filled in is beyond this role.
bool Persona::complete(const model::View& view,
                       const google::protobuf::RepeatedPtrField<v1::FormField>& form,
                       std::span<const std::string> others, std::size_t turn,
                       google::protobuf::RepeatedPtrField<v1::FilledIn>& answers) const {
    bool itself = false;  // the first role is its own, the next another's
    for (const v1::FormField& field : form) {
        const bool role = field.kind() == FieldKind::role;
        const std::string value = role && !itself ? role_ : answer_to(view, field, others, turn);
        itself = itself || role;
        if (value.empty() && !field.optional()) return false;
        if (value.empty()) continue;
        v1::FilledIn& answer = *answers.Add();
        answer.set_field(field.id());
        answer.set_value(value);
    }
    return true;
}

void Persona::work_on_boards(const model::View& view) {
    for (const v1::Board* board : view.all<v1::Board>()) {
        if (!contains(board->roles(), role_)) continue;
        for (const v1::BoardColumn& column : board->columns()) put_card(view, *board, column);
    }
    for (const v1::Card* card : view.all<v1::Card>()) say_what_it_thinks(*card);
}

void Persona::put_card(const model::View& view, const v1::Board& board,
                       const v1::BoardColumn& column) {
    const std::string thought = "card " + board.id() + "/" + column.id();
    if (did(thought) || !takes_a_card(view, board, column) ||
        !is_mine_to_put(view, board, column, role_))
        return;
    const auto there = cards_in(view, board, column.id());
    if (std::ranges::any_of(there, [](const v1::Card* card) { return card->own(); })) return;
    const auto grounds = grounds_for(view, column);
    if (grounds.size() < column.cites() || !is_one_to(thought, 75)) return;
    std::vector<std::string> others;
    for (const std::string& writer : board.roles())
        if (writer != role_ && is_played_by_a_person(view, writer)) others.push_back(writer);
    // Each of them has seen something else.
    const auto turn = static_cast<std::size_t>(
        std::find(board.roles().begin(), board.roles().end(), role_) - board.roles().begin());
    v1::Command command;
    v1::PutCard& put = *command.mutable_put_card();
    put.set_board(board.id());
    v1::CardTerms& terms = *put.mutable_terms();
    terms.set_column(column.id());
    terms.set_text("Dit past bij wat ik hierover weet. Vraag mij ernaar.");
    if (!complete(view, column.fields(), others, turn, *terms.mutable_filled_in())) return;
    for (const std::string& item : grounds) {
        v1::Cited& cited = *terms.add_cited();
        cited.set_item(item);
        cited.set_as(contract::word(takes_for_fact(item) ? contract::Mark::fact
                                                         : contract::Mark::assumption));
    }
    if (now_is_the_time_to(thought)) say(command);
}

void Persona::say_what_it_thinks(const v1::Card& card) {
    const bool said = std::ranges::any_of(
        card.stances(), [&](const v1::Stance& each) { return each.by() == role_; });
    const std::string thought = "stance " + std::to_string(card.id());
    if (said || !contains(card.asked(), role_) || !now_is_the_time_to(thought)) return;
    const bool agrees = is_one_to(thought, 90);
    v1::Command command;
    v1::TakeStance& stance = *command.mutable_take_stance();
    stance.set_card(card.id());
    stance.set_agrees(agrees);
    if (!agrees) stance.set_text("Hier missen we nog iets. Leg het vast en kijk er later naar.");
    say(command);
}

}  // namespace casustafel::bots
