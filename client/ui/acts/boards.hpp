#pragma once
// Boards: the list in the dock, one board with its cards in columns, a card to read and to say
// something about, and the dialog in which one is written or changed.
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The list, for the dock, and how high one of its rows is.
void draw_boards(Panel& panel, Rect area, BoardsState& state);
inline constexpr float board_row_height = 56;
// How many cards ask this role what it thinks of them; of one board, or of all.
int cards_that_ask(const Panel& panel, std::string_view board = {});
// Whichever of them is open: the dialog of a card over a card over the board.
bool boards_are_open(const BoardsState& state);
void draw_board_dialogs(Panel& panel, BoardsState& state);

const v1::BoardColumn* column_of(const v1::Board& board, std::string_view id);
bool asks_me(const Panel& panel, const v1::Card& card);
bool writes_on(const Panel& panel, const v1::Board& board);
// "minstens 2 gegevens, alleen feiten, van 2 organisaties": what a card there needs; or empty.
std::string wants_of(const Panel& panel, const v1::BoardColumn& column);
// Why no card can be put there now; empty: it can.
std::string closed_because(const Panel& panel, const v1::Board& board,
                           const v1::BoardColumn& column);
// The cards there, those put first before the others; where nobody signs, by what they say.
std::vector<const v1::Card*> cards_in(const Panel& panel, const v1::Board& board,
                                      std::string_view column);

// Opens the dialog on a new card in this column, or on this card.
void begin_card(BoardsState& state, const v1::Board& board, const v1::BoardColumn& column);
void change_card(BoardsState& state, const v1::Card& card);

extern const DraftKind card_drafts;

}  // namespace casustafel::ui
