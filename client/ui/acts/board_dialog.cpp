// One board: its columns side by side, as many as fit, with the cards in them below each other. A
// row of tabs names all columns; choosing one brings it into sight.
#include "client/ui/acts/board_dialog.hpp"

#include <algorithm>

#include "client/ui/acts/boards.hpp"
#include "client/ui/acts/cite.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float card_gap = 8, card_pad = 12, sign_height = 24, text_gap = 6;
constexpr int text_lines = 4;

class BoardDialog {
public:
    BoardDialog(Panel& panel, BoardsState& state, const v1::Board& board)
        : panel_(panel), ui_(panel.ui), state_(state), board_(board) {}

    void draw() {
        const bool wide = is_wide(ui_);
        Dialog dialog(panel_, "board", wide ? 1312 : 1216, wide ? 812 : 688,
                      panel_.in(board_.title()));
        if (!is_narrow(ui_))
            panel_.draw().line(dialog.bar, panel_.in(board_.gist()), {Type::small, Token::text_2});
        Rect foot = dialog.cut_foot();
        const int all = board_.columns_size(), seen = std::min(all, columns_in_sight());
        if (all > seen)
            draw_tabs(dialog.cut_band(is_narrow(ui_) ? 56 : 44).inset(dialog.padding(), 0), seen);
        state_.first = std::clamp(state_.first, 0, all - seen);
        draw_columns(dialog.body, seen);
        dialog.cancel(foot, Say::ui_close);
        if (dialog.closed()) state_.open.clear();
    }

private:
    int columns_in_sight() const { return is_wide(ui_) ? 4 : is_narrow(ui_) ? 1 : 3; }

    void draw_tabs(Rect row, int seen) {
        if (is_narrow(ui_)) return draw_choice(row.middle_row(40));
        std::vector<Tab> tabs;
        for (int at = 0; at < board_.columns_size(); ++at) {
            const v1::BoardColumn& column = board_.columns(at);
            const auto cards = cards_in(panel_, board_, column.id());
            const bool asks = std::any_of(cards.begin(), cards.end(), [&](const v1::Card* card) {
                return asks_me(panel_, *card);
            });
            tabs.push_back(
                {column.id(), panel_.in(column.title()), static_cast<int>(cards.size()), asks});
        }
        ui_.area("board.columns");
        const int picked =
            tab_row(ui_, row, "board.column", tabs, chosen_tab(seen), is_wide(ui_) ? 20 : 14);
        if (picked < 0) return;
        state_.first = std::min(picked, board_.columns_size() - seen);
        state_.tab = picked;
    }

    // A narrow screen shows one column, and has no room for the names of all.
    void draw_choice(Rect row) {
        std::vector<Option> options;
        for (const v1::BoardColumn& column : board_.columns())
            options.push_back({column.id(), panel_.in(column.title())});
        ui_.area("board.columns");
        const int picked = select(ui_, row, "board.column", options, state_.first);
        if (picked >= 0) state_.first = state_.tab = picked;
    }

    // The first in sight, or what was chosen of those that cannot come first.
    int chosen_tab(int seen) const {
        return state_.tab >= state_.first && state_.tab < state_.first + seen ? state_.tab
                                                                              : state_.first;
    }

    void draw_columns(Rect body, int seen) {
        const float pad = is_wide(ui_) ? 20 : 16;
        const float width = body.width() / static_cast<float>(std::max(seen, least_columns()));
        for (int at = 0; at < seen; ++at) {
            const Rect place = body.cut_left(width);
            if (at > 0) panel_.draw().vertical_rule(place.left, place.top, place.bottom);
            draw_column(place.inset(pad, 16), board_.columns(state_.first + at));
        }
        if (has_room_beside()) draw_beside(body, pad);
    }

    // One column alone leaves half of the board to what lit up in it.
    bool has_room_beside() const { return board_.columns_size() == 1 && !is_narrow(ui_); }
    int least_columns() const { return has_room_beside() ? 2 : 1; }

    void draw_beside(Rect area, float pad) {
        const v1::BoardColumn& column = board_.columns(0);
        panel_.draw().vertical_rule(area.left, area.top, area.bottom);
        area = area.inset(pad, 16);
        ui_.area("board.pattern");
        if (column.lit())
            draw_pattern(area, column);
        else
            panel_.draw().paragraph(area, panel_.in(board_.gist()), {Type::body, Token::text_2});
    }

    void draw_column(Rect area, const v1::BoardColumn& column) {
        ui_.area("board." + column.id());
        const auto cards = cards_in(panel_, board_, column.id());
        draw_head(area, column, cards.size());
        if (column.lit() && !has_room_beside()) draw_pattern(area, column);
        if (cards.empty()) {
            panel_.draw().paragraph(area, panel_.say(Say::board_no_cards),
                                    {Type::small, Token::text_2});
            return;
        }
        std::vector<Row> rows;
        for (const v1::Card* card : cards)
            rows.push_back({"card." + std::to_string(card->id()),
                            card_height(area.width() - 10, *card, column), false, false,
                            card->text()});
        const int picked =
            scroll_list(ui_, area, "board.list." + column.id(), rows, state_.lists[column.id()],
                        [&](std::size_t index, Rect row, const Response& response) {
                            row.right = area.right - 10;
                            draw_card(row, *cards[index], column, response);
                        },
                        {.cards = true});
        if (picked >= 0) state_.reading = cards[static_cast<std::size_t>(picked)]->id();
    }

    void draw_head(Rect& area, const v1::BoardColumn& column, std::size_t cards) {
        if (is_narrow(ui_)) return draw_narrow_head(area, column);
        Rect title = area.cut_top(26);
        const std::string count = std::to_string(cards);
        panel_.draw().line(title, count, {Type::panel, Token::text_2, Align::right});
        title.right -= panel_.draw().width(count, Type::panel) + 8;
        panel_.draw().line(title, panel_.in(column.title()), {Type::panel});
        panel_.draw().cut_paragraph(area, panel_.in(column.hint()), {Type::small, Token::text_2},
                                    4);
        draw_wants(area, column);
        if (panel_.looking || !writes_on(panel_, board_)) return;
        Rect row = area.cut_top(32);
        const std::string closed = closed_because(panel_, board_, column);
        draw_put(row, column, closed);
        area.cut_top(4);
        if (!closed.empty())
            panel_.draw().cut_paragraph(area, closed, {Type::small, Token::text_2});
        area.cut_top(8);
    }

    // The choice above it says which column it is; the button stands beside what goes there.
    void draw_narrow_head(Rect& area, const v1::BoardColumn& column) {
        const std::string closed = closed_because(panel_, board_, column);
        if (!panel_.looking && writes_on(panel_, board_)) {
            Rect row = area.cut_top(32);
            draw_put(row, column, closed);
            row.cut_left(12);
            panel_.draw().line(row, closed, {Type::small, Token::text_2});
            area.cut_top(4);
        }
        draw_wants(area, column);
    }

    void draw_wants(Rect& area, const v1::BoardColumn& column) {
        if (const std::string wants = wants_of(panel_, column); !wants.empty())
            panel_.draw().cut_paragraph(area, panel_.say(Say::board_asks, {wants}),
                                        {Type::strong_small, Token::text_2}, 4);
        area.cut_top(4);
    }

    void draw_put(Rect& row, const v1::BoardColumn& column, const std::string& closed) {
        if (button_left(ui_, row, 32, "board.put." + column.id(), panel_.say(Say::board_put),
                        {.icon = closed.empty() ? Icon::add : Icon::lock,
                         .enabled = closed.empty() && panel_.may_act(),
                         .small = true}))
            begin_card(state_, board_, column);
    }

    void draw_pattern(Rect& area, const v1::BoardColumn& column) {
        const std::string title = panel_.in(column.pattern_title()),
                          text = panel_.in(column.pattern_text());
        area.cut_top(notice(ui_, {area.left, area.top, area.right - 10, area.bottom},
                            Tone::attention, {title, text}) +
                     12);
    }

    std::string filled_in(const v1::Card& card, const v1::BoardColumn& column) const {
        return filled_in_words(panel_, column.fields(), card.filled_in());
    }

    float text_height(float width, const std::string& words, Type type, int lines) const {
        return words.empty() ? 0 : panel_.draw().paragraph_height(width, words, type, lines);
    }

    float card_height(float width, const v1::Card& card, const v1::BoardColumn& column) const {
        const float measure = width - 2 * card_pad;
        const float filled = text_height(measure, filled_in(card, column), Type::small, text_lines);
        return 2 * card_pad + text_height(measure, card.text(), Type::body, text_lines) +
               (filled > 0 ? text_gap + filled : 0) +
               (has_sign(card) ? text_gap + sign_height : 0) + card_gap;
    }

    // Whose it is, what it rests on or how far it is: of a card of somebody else that nobody signed
    // there is nothing to say.
    static bool has_sign(const v1::Card& card) {
        return !card.author().empty() || card.own() || card.cited_size() > 0 ||
               card.asked_size() > 0;
    }

    void draw_card(Rect row, const v1::Card& card, const v1::BoardColumn& column,
                   const Response& response) {
        Painter& draw = panel_.draw();
        row.bottom -= card_gap;
        const bool asks = asks_me(panel_, card);
        draw.fill(row, response.hovered ? Token::accent_soft : Token::surface, radius::card);
        draw.border(row, asks ? Token::attention : Token::control_border, asks ? 2 : 1,
                    radius::card);
        if (response.ring) focus_ring_inside(ui_, row.inset(1), radius::card);
        Rect inner = row.inset(card_pad);
        if (has_sign(card)) draw_sign(inner.cut_bottom(sign_height), card, column);
        draw.paragraph(
            inner.cut_top(text_height(inner.width(), card.text(), Type::body, text_lines)),
            card.text(), {}, text_lines);
        if (const std::string words = filled_in(card, column); !words.empty()) {
            inner.cut_top(text_gap);
            draw.paragraph(inner, words, {Type::small, Token::text_2}, text_lines);
        }
    }

    // Whose it is, what it rests on, and how far it is.
    void draw_sign(Rect line, const v1::Card& card, const v1::BoardColumn& column) {
        const Rect state = draw_state(line, card);
        line.right = state.left - 8;
        if (!card.author().empty() && !column.anonymous()) {
            const float width =
                role_label(ui_, line, panel_.table_of(card.author()), card.author());
            line.cut_left(width + 10);
        } else if (card.own()) {
            line.cut_left(panel_.draw()
                              .line(line, panel_.say(Say::card_yours), {Type::strong_small})
                              .width() +
                          10);
        }
        if (const int items = card.cited_size(); items > 0)
            panel_.draw().line(line,
                               items == 1 ? panel_.say(Say::card_items_one)
                                          : panel_.say(Say::card_items, {std::to_string(items)}),
                               {Type::small, Token::text_2});
    }

    Rect draw_state(Rect line, const v1::Card& card) {
        if (card.asked_size() == 0) return {line.right, line.top, line.right, line.bottom};
        int dissents = 0;
        for (const v1::Stance& each : card.stances()) dissents += each.agrees() ? 0 : 1;
        const std::string words =
            dissents > 0 ? panel_.say(Say::card_said_dissent,
                                      {std::to_string(card.stances_size()),
                                       std::to_string(card.asked_size()), std::to_string(dissents)})
                         : panel_.say(Say::card_said, {std::to_string(card.stances_size()),
                                                       std::to_string(card.asked_size())});
        return icon_label(ui_, line, card.stands() ? Icon::check_circle : Icon::hourglass, words,
                          card.stands() ? Tone::good : Tone::attention, false, Align::right);
    }

    Panel& panel_;
    Ui& ui_;
    BoardsState& state_;
    const v1::Board& board_;
};

}  // namespace

void draw_board(Panel& panel, BoardsState& state) {
    const v1::Board* board = panel.view->find<v1::Board>(state.open);
    if (board == nullptr) {
        state.open.clear();
        return;
    }
    BoardDialog(panel, state, *board).draw();
}

}  // namespace casustafel::ui
