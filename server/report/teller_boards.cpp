// The story of boards: cards, dissent and patterns. Whose an anonymous card is stays unsaid.
#include "server/report/pieces.hpp"

namespace casustafel::report {

using text::Key;

namespace {

struct Boards : Telling {
    void on(const core::CardPut& event) const {
        const core::Board* board = core::find(wording().scenario(), event.board);
        const core::BoardColumn* column = board ? core::find(*board, event.terms.column) : nullptr;
        if (column == nullptr) return;
        const Html where = Html::text(wording().of(board->title));
        const Html text = wording().quoted(event.terms.text);
        if (column->anonymous)
            say(Key::report_story_card_pinned, {where, text});
        else
            say(Key::report_story_card_put, {wording().role(event.by), where, text});
    }
    // Who agrees is counted in the table of the board; who does not is heard.
    void on(const core::StanceTaken& event) const {
        const auto card = before().cards.find(event.card);
        if (event.agrees || card == before().cards.end()) return;
        say(Key::report_story_stance_taken,
            {wording().role(event.by), wording().quoted(card->second.terms.text),
             wording().quoted(event.text)});
    }
    void on(const core::PatternLit& event) const {
        const core::Board* board = core::find(wording().scenario(), event.board);
        const core::BoardColumn* column = board ? core::find(*board, event.column) : nullptr;
        if (column == nullptr || !column->pattern) return;
        say(Key::report_story_pattern_lit,
            {Html::text(wording().of(board->title)),
             Html::element("b", {Html::text(wording().of(column->pattern->title))})});
    }
};

}  // namespace

bool tells_boards(Course& course, const core::Event& event) { return tells<Boards>(course, event); }

}  // namespace casustafel::report
