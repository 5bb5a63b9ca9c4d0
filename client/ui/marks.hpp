#pragma once
// The small signs the tables read by: table badges, counts, chips, sensitivity, how sure something
// is. None of them says anything by colour alone: there is always a letter, a word or a shape.
#include <string>
#include <string_view>

#include "client/ui/ui.hpp"

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

float count_pill_width(Ui& ui, std::string_view count);
void count_pill(Ui& ui, Point left_middle, std::string_view count, bool asks_attention = false);

// What a chip or label says; decides its colours.
enum class Tone : std::uint8_t { neutral, accent, good, attention, wrong };
Token words_of(Tone tone);
Token ground_of(Tone tone);

// Icon and words on a soft ground; returns the width used.
float chip(Ui& ui, Point left_middle, Icon icon, std::string_view words, Tone tone);
float chip_width(Ui& ui, Icon icon, std::string_view words);
// Somebody present: a dot and a code in a pill; returns the width used.
float presence_chip(Ui& ui, Point left_middle, std::string_view code, bool present);
float presence_chip_width(Ui& ui, std::string_view code);

// Icon and words without a ground, left or right aligned in the area; returns the rectangle used.
Rect icon_label(Ui& ui, Rect area, Icon icon, std::string_view words, Tone tone,
                bool strong = false, Align align = Align::left, IconSize size = IconSize::small);

// Three rising bars for 0…3, with the word when asked.
void sensitivity_bars(Ui& ui, Point left_middle, int level);
float sensitivity_width(Ui& ui, int level);
Rect sensitivity_label(Ui& ui, Rect area, int level, Align align = Align::left);

enum class Mark : std::uint8_t { none, fact, assumption, refuted, gut_feeling };
Rect mark_label(Ui& ui, Rect area, Mark mark, Align align = Align::left, bool strong = false);

// Something new: a dot, and words beside it are semibold.
void new_dot(Ui& ui, Point centre);

}  // namespace casustafel::ui
