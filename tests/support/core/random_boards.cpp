// Cards of boards, and what is thought of them.
#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

namespace {

// Mostly what fits the field; now and then nothing at all.
std::vector<FilledIn> filled_in(ActInTheMaking& moment, const BoardColumn& column) {
    std::vector<FilledIn> answers;
    for (const FormField& field : column.fields) {
        if (field.optional ? moment.seed.chance(60) : moment.mistake()) continue;
        switch (field.kind) {
            case FieldKind::text: answers.push_back({field.id, moment.words()}); break;
            case FieldKind::choice:
                answers.push_back({field.id, moment.id_of(field.choices).value});
                break;
            case FieldKind::person: answers.push_back({field.id, moment.person().value}); break;
            case FieldKind::role: answers.push_back({field.id, moment.role().value}); break;
            case FieldKind::power:
                answers.push_back({field.id, moment.id_of(moment.scenario().powers).value});
                break;
            case FieldKind::moment:
                answers.push_back({field.id, std::to_string(moment.seed.between(
                                                 0, moment.scenario().end_sim_ms()))});
        }
    }
    return answers;
}

CardTerms terms(ActInTheMaking& moment, const Board* board) {
    CardTerms made;
    made.column = board ? moment.id_of(board->columns) : ColumnId{"NOWHERE"};
    made.text = moment.words();
    for (auto left = moment.seed.below(3); left > 0; --left)
        made.cited.push_back(
            {moment.held_item(), moment.seed.chance(80) ? Mark::fact : Mark::assumption});
    if (const BoardColumn* column = board ? find(*board, made.column) : nullptr)
        made.filled_in = filled_in(moment, *column);
    return made;
}

// A card that asks this role what it thinks of it, when there is one.
EntityId asking(ActInTheMaking& moment) {
    for (const auto& [id, card] : moment.state.cards)
        if (!card.withdrawn && std::ranges::find(card.asked, moment.actor.role) != card.asked.end())
            return id;
    return EntityId::none;
}

}  // namespace

Command board_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(10);
    if (const EntityId card = asking(moment); card != EntityId::none && moment.seed.chance(70))
        return TakeStance{card, moment.seed.chance(60), moment.words()};
    if (choice < 5) {
        const auto board = moment.id_of(moment.scenario().boards);
        return PutCard{board, terms(moment, find(moment.scenario(), board))};
    }
    const auto card = moment.made(moment.state.cards);
    if (choice < 7) return WithdrawCard{card};
    if (choice < 8) return TakeStance{card, moment.seed.chance(60), moment.words()};
    const auto found = moment.state.cards.find(card);
    const Board* board =
        found == moment.state.cards.end() ? nullptr : find(moment.scenario(), found->second.board);
    return ChangeCard{card, terms(moment, board)};
}

}  // namespace casustafel::support
