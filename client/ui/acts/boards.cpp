#include "client/ui/acts/boards.hpp"

#include <algorithm>

#include "client/ui/acts/board_dialog.hpp"
#include "client/ui/acts/card_dialog.hpp"
#include "client/ui/acts/card_reading.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/words.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

template <class List>
bool has(const List& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::size_t cards_on(const Panel& panel, const v1::Board& board) {
    const auto cards = panel.view->all<v1::Card>();
    return static_cast<std::size_t>(
        std::count_if(cards.begin(), cards.end(),
                      [&](const v1::Card* card) { return card->board() == board.id(); }));
}

std::string counted(const Panel& panel, const v1::Board& board) {
    const std::size_t cards = cards_on(panel, board);
    const int asked = cards_that_ask(panel, board.id());
    std::string words = cards == 1 ? panel.say(Say::board_cards_one)
                                   : panel.say(Say::board_cards, {std::to_string(cards)});
    if (asked == 1) words += " · " + panel.say(Say::board_waits_one);
    if (asked > 1) words += " · " + panel.say(Say::board_waits, {std::to_string(asked)});
    return words;
}

std::string lit_on(const Panel& panel, const v1::Board& board) {
    for (const v1::BoardColumn& column : board.columns())
        if (column.lit()) return panel.in(column.pattern_title());
    return {};
}

void draw_row(Panel& panel, Rect row, const v1::Board& board, BoardsState& state) {
    const bool asks = cards_that_ask(panel, board.id()) > 0;
    if (button_right(panel.ui, row, 32, "board." + board.id() + ".open", panel.say(Say::board_open),
                     {.icon = Icon::table, .small = true})) {
        state.open = board.id();
        state.first = 0;
    }
    row.cut_right(12);
    Rect words = row.middle_row(42);
    Rect title = words.cut_top(22);
    if (const std::string lit = lit_on(panel, board); !lit.empty())
        title.right =
            icon_label(panel.ui, title, Icon::alert, lit, Tone::attention, true, Align::right)
                .left -
            8;
    panel.draw().line(title, panel.in(board.title()), {Type::strong});
    const Rect meta = panel.draw().line(
        words, counted(panel, board),
        {asks ? Type::strong_small : Type::small, asks ? Token::attention : Token::text_2});
    words.left = meta.right + 16;
    panel.draw().line(words, panel.in(board.gist()), {Type::small, Token::text_2});
}

struct Cards {
    static constexpr const char* path = "card";
    static auto& kept(auto& table) { return table.boards.kept; }
    static bool is_open(const TableState& table) { return !table.boards.writing.empty(); }
    static std::string open_key(const TableState& table) { return table.boards.writing; }
    static auto& open_draft(auto& table) { return table.boards.draft; }
    static std::string title(const DraftNotes& to, const std::string&, const CardDraft& draft) {
        const v1::Board* board = to.panel.view->find<v1::Board>(draft.board);
        return to.panel.say(Say::draft_card,
                            {board == nullptr ? draft.board : to.panel.in(board->title())});
    }
    static void resume(TableState& table, const std::string& key, const CardDraft& draft) {
        table.boards.open = draft.board;
        table.boards.draft = draft;
        table.boards.writing = key;
    }
    static bool put_back(TableState& table, const v1::Command& command) {
        const bool put = command.has_put_card();
        if (!put && !command.has_change_card()) return false;
        const v1::CardTerms& terms =
            put ? command.put_card().terms() : command.change_card().terms();
        const std::string key = put ? command.put_card().board() + "/" + terms.column()
                                    : "#" + std::to_string(command.change_card().card());
        CardDraft& kept = table.boards.kept[key];
        if (!kept.text.empty()) return true;
        if (put) kept.board = command.put_card().board();
        kept.column = terms.column();
        kept.text = terms.text();
        for (const v1::Cited& each : terms.cited())
            kept.cited.items[each.item()] = each.as() == contract::Mark::assumption;
        for (const v1::FilledIn& each : terms.filled_in())
            kept.filled_in[each.field()] = each.value();
        return true;
    }
};

void open_draft(BoardsState& state, const std::string& key, CardDraft fresh) {
    const auto kept = state.kept.find(key);
    state.draft = kept == state.kept.end() ? std::move(fresh) : kept->second;
    state.writing = key;
    state.step = 0;
}

}  // namespace

template <class Visit>
void fields(Visit& visit, CardDraft& draft) {
    visit("board", draft.board);
    visit("column", draft.column);
    visit("text", draft.text, Counts::typed);
    visit("cited", draft.cited.items, Counts::chosen);
    visit("unsaid", draft.cited.unsaid);
    visit("filled_in", draft.filled_in, Counts::typed);
}

const DraftKind card_drafts = draft_kind<Cards>();

const v1::BoardColumn* column_of(const v1::Board& board, std::string_view id) {
    for (const v1::BoardColumn& column : board.columns())
        if (column.id() == id) return &column;
    return nullptr;
}

bool asks_me(const Panel& panel, const v1::Card& card) {
    return has(card.asked(), panel.role) &&
           std::none_of(card.stances().begin(), card.stances().end(),
                        [&](const v1::Stance& each) { return each.by() == panel.role; });
}

bool writes_on(const Panel& panel, const v1::Board& board) {
    return has(board.roles(), panel.role);
}

int cards_that_ask(const Panel& panel, std::string_view board) {
    int count = 0;
    for (const v1::Card* card : panel.view->all<v1::Card>())
        if ((board.empty() || card->board() == board) && asks_me(panel, *card)) ++count;
    return count;
}

std::string wants_of(const Panel& panel, const v1::BoardColumn& column) {
    std::vector<std::string> wants;
    const auto number = [&](Say one, Say many, std::uint32_t count) {
        if (count == 1) wants.push_back(panel.say(one));
        if (count > 1) wants.push_back(panel.say(many, {std::to_string(count)}));
    };
    number(Say::board_wants_item, Say::board_wants_items, column.cites());
    if (column.facts_only()) wants.push_back(panel.say(Say::board_wants_facts));
    if (column.organisations() > 1)
        wants.push_back(
            panel.say(Say::board_wants_organisations, {std::to_string(column.organisations())}));
    if (column.stances() == contract::StanceRule::each)
        wants.push_back(panel.say(Say::board_wants_each));
    if (column.stances() == contract::StanceRule::named)
        wants.push_back(panel.say(Say::board_wants_named));
    number(Say::board_most_one, Say::board_most, column.most());
    if (column.anonymous()) wants.push_back(panel.say(Say::board_anonymous));
    std::string words;
    for (const std::string& want : wants) words += (words.empty() ? "" : ", ") + want;
    return words;
}

std::string closed_because(const Panel& panel, const v1::Board& board,
                           const v1::BoardColumn& column) {
    if (column.most() > 0 && cards_in(panel, board, column.id()).size() >= column.most())
        return panel.say(Say::board_full);
    const v1::BoardColumn* before = column_of(board, column.after());
    if (before == nullptr) return {};
    for (const v1::Card* card : cards_in(panel, board, before->id()))
        if (card->stands()) return {};
    return panel.say(Say::board_closed, {panel.in(before->title())});
}

std::vector<const v1::Card*> cards_in(const Panel& panel, const v1::Board& board,
                                      std::string_view column) {
    std::vector<const v1::Card*> cards;
    for (const v1::Card* card : panel.view->all<v1::Card>())
        if (card->board() == board.id() && card->column() == column) cards.push_back(card);
    const v1::BoardColumn* of = column_of(board, column);
    const bool unsigned_ = of != nullptr && of->anonymous();
    std::stable_sort(cards.begin(), cards.end(), [&](const v1::Card* one, const v1::Card* other) {
        return unsigned_ ? one->text() < other->text() : one->at_sim_ms() < other->at_sim_ms();
    });
    return cards;
}

void begin_card(BoardsState& state, const v1::Board& board, const v1::BoardColumn& column) {
    CardDraft fresh;
    fresh.board = board.id();
    fresh.column = column.id();
    open_draft(state, board.id() + "/" + column.id(), std::move(fresh));
}

void change_card(BoardsState& state, const v1::Card& card) {
    CardDraft fresh;
    fresh.board = card.board();
    fresh.column = card.column();
    fresh.text = card.text();
    for (const v1::CitedItem& each : card.cited())
        fresh.cited.items[each.item()] = each.as() == contract::Mark::assumption;
    for (const v1::FilledInField& each : card.filled_in())
        fresh.filled_in[each.field()] = each.value();
    open_draft(state, "#" + std::to_string(card.id()), std::move(fresh));
}

void draw_boards(Panel& panel, Rect area, BoardsState& state) {
    const auto boards = panel.view->all<v1::Board>();
    if (boards.empty()) {
        empty_state(panel, area.inset(0, 12), Say::board_empty, Say::board_empty_body);
        return;
    }
    std::vector<Row> rows;
    for (const v1::Board* board : boards)
        rows.push_back({"board." + board->id(), board_row_height});
    scroll_list(panel.ui, area, "dock.boards", rows, state.boards,
                [&](std::size_t index, Rect row, const Response&) {
                    row.right = area.right - 10;
                    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
                    draw_row(panel, row, *boards[index], state);
                },
                {.bare = true});
}

bool boards_are_open(const BoardsState& state) {
    return !state.open.empty() || state.reading != 0 || !state.writing.empty();
}

void draw_board_dialogs(Panel& panel, BoardsState& state) {
    if (!state.writing.empty())
        draw_card_dialog(panel, state);
    else if (state.reading != 0)
        draw_card_reading(panel, state);
    else
        draw_board(panel, state);
}

}  // namespace casustafel::ui
