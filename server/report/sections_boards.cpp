#include <map>
#include <vector>

#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

// A card as it was in the end.
struct Shown {
    core::BoardId board;
    core::RoleId by;
    core::CardTerms terms;
    std::vector<core::RoleId> asked;
    std::map<core::RoleId, core::Stance> stances;
    std::uint64_t seq = 0;
};

// Those that nobody withdrew, in the order in which they were put.
class Cards {
public:
    explicit Cards(const std::vector<core::Record>& records) {
        for (const core::Record& record : records) {
            seq_ = record.seq;
            for (const core::Event& event : record.events)
                std::visit([&](const auto& e) { follow(e); },
                           static_cast<const core::EventKinds&>(event));
        }
    }
    template <class Each>
    void on(const core::BoardId& board, const core::ColumnId& column, Each each) const {
        for (const core::EntityId id : order_) {
            const auto card = cards_.find(id);
            if (card != cards_.end() && card->second.board == board &&
                card->second.terms.column == column)
                each(card->second);
        }
    }

private:
    void follow(const core::CardPut& e) {
        cards_[e.card] = {e.board, e.by, e.terms, e.asked, {}, seq_};
        order_.push_back(e.card);
    }
    void follow(const core::CardChanged& e) {
        Shown& card = cards_[e.card];
        card.terms = e.terms;
        card.asked = e.asked;
        card.stances.clear();
    }
    void follow(const core::CardWithdrawn& e) { cards_.erase(e.card); }
    void follow(const core::StanceTaken& e) { cards_[e.card].stances[e.by] = {e.agrees, e.text}; }
    template <class Other>
    void follow(const Other&) {}

    std::map<core::EntityId, Shown> cards_;
    std::vector<core::EntityId> order_;
    std::uint64_t seq_ = 0;
};

// Each on a line of its own.
Html lines_of(const std::vector<Html>& lines) {
    std::vector<Html> all;
    for (const Html& line : lines) all.push_back(Html::element("div", {line}));
    return Html::sequence(all);
}

// What it rests on, and what of that was called a fact and was none.
Html rests_on(const Wording& wording, const Shown& card) {
    std::vector<Html> lines;
    for (const core::Cited& each : card.terms.cited) {
        const core::Item* item = core::find(wording.scenario(), each.item);
        const bool wrong = item && each.as == core::Mark::fact && item->truth != core::Truth::true_;
        lines.push_back(wrong ? wording.say(Key::report_board_no_fact, {wording.item(each.item)})
                              : wording.item(each.item));
    }
    return lines_of(lines);
}

Html thought(const Wording& wording, const Shown& card) {
    std::vector<Html> lines;
    std::size_t agreed = 0;
    for (const auto& [role, stance] : card.stances) {
        agreed += stance.agrees;
        if (!stance.agrees)
            lines.push_back(wording.say(Key::report_board_dissent,
                                        {wording.role(role), wording.quoted(stance.text)}));
    }
    if (!card.asked.empty())
        lines.insert(lines.begin(),
                     wording.say(Key::report_board_agreed,
                                 {Wording::number(static_cast<std::int64_t>(agreed)),
                                  Wording::number(static_cast<std::int64_t>(card.asked.size()))}));
    return lines_of(lines);
}

// Whose an anonymous card was nobody reads here either.
std::vector<Html> row(const Wording& wording, const core::BoardColumn& column, const Shown& card) {
    const Html text = Html::sequence(
        {wording.quoted(card.terms.text), Html::text(" "), event_link(wording, card.seq)});
    return {Html::text(wording.of(column.title)), text,
            column.anonymous ? wording.say(Key::report_board_anonymous) : wording.role(card.by),
            column.anonymous ? Html{} : rests_on(wording, card), thought(wording, card)};
}

Html board_table(const Wording& wording, const core::Board& board, const Cards& cards) {
    std::vector<std::vector<Html>> rows;
    for (const core::BoardColumn& column : board.columns)
        cards.on(board.id, column.id,
                 [&](const Shown& card) { rows.push_back(row(wording, column, card)); });
    if (rows.empty())
        return Html::element(
            "p", {wording.say(Key::report_board_empty, {Html::text(wording.of(board.title))})});
    return Html::sequence(
        {Html::element("h3", {Html::text(wording.of(board.title))}),
         table_of({wording.say(Key::report_board_column), wording.say(Key::report_board_card),
                   wording.say(Key::report_board_by), wording.say(Key::report_board_grounds),
                   wording.say(Key::report_board_stances)},
                  rows)});
}

}  // namespace

Html boards(const Wording& wording, const std::vector<core::Record>& records) {
    if (wording.scenario().boards.empty()) return {};
    const Cards cards(records);
    std::vector<Html> tables;
    for (const core::Board& board : wording.scenario().boards)
        tables.push_back(board_table(wording, board, cards));
    return titled(wording, Key::report_boards, Key::report_boards_gist, tables);
}

}  // namespace casustafel::report
