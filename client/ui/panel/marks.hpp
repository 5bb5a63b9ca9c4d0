#pragma once
// The small signs of the case that the tables read by: the badge of a table, a role and its medal,
// sensitivity, how sure something is. None says anything by colour alone: there is always a letter,
// a word or a shape.
#include <string>
#include <string_view>

#include "client/ui/kit/signs.hpp"

namespace casustafel::ui {

// The tables as signs: Z is square and purple, every other table round and green-blue.
struct TableSign {
    bool square;
    Token colour;
    std::string letter;
};
TableSign table_sign(std::string_view table_id);

// The table's letter in its shape, 20 px.
void table_badge(Ui& ui, Point centre, std::string_view table_id, float size = 20);
// A role's code in its table's shape; empty when somebody else has the seat.
void role_badge(Ui& ui, Rect area, std::string_view table_id, std::string_view code,
                bool filled = true);
// Table badge and role code; returns the width used.
float role_label(Ui& ui, Rect area, std::string_view table_id, std::string_view code);
// A round or square card picture with the code in it.
void role_medal(Ui& ui, Rect area, std::string_view table_id, std::string_view code);

// Three rising bars for 0…3, with the word when asked.
void sensitivity_bars(Ui& ui, Point left_middle, int level);
float sensitivity_width(Ui& ui, int level);
Rect sensitivity_label(Ui& ui, Rect area, int level, Align align = Align::left);

// How sure somebody is of an item, by the word of the contract; empty: not marked.
Rect mark_label(Ui& ui, Rect area, std::string_view mark, Align align = Align::left,
                bool strong = false);

}  // namespace casustafel::ui
