#pragma once
// A table states its columns once, as data: how wide each is, what stands above it, and how a row
// draws in it. Heads and rows follow from that, so a column more is a row more in one panel.
#include <algorithm>
#include <vector>

#include "client/ui/kit/measures.hpp"
#include "client/ui/panel/panel.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {

// What a table badge takes before a role's code.
inline constexpr float badge_room = 30;

template <class Thing>
struct Column {
    ColumnWidth width;  // less than 1: a share of the row
    Say head;
    void (*draw)(Panel&, Rect, const Thing&);
    float gap = 0;           // stays free at its right
    float beside_code = -1;  // a role's code stands here, which is never cut, and this beside it
    float least = 0;         // with less room than this it stays empty
    Align align = Align::left;
};

// Calls `draw(column, place)` for each column that has a place in this row.
template <class Columns, class Draw>
void each_column(const Panel& panel, Rect row, Room room, const Columns& all, Draw draw) {
    std::vector<float> widths;
    for (const auto& column : all) {
        const float code = column.beside_code < 0
                               ? 0
                               : widest_code(panel, Type::strong) + column.beside_code + column.gap;
        const float width = column.width.in(room);
        const float wanted = width > 0 && width < 1 ? width * row.width() : width;
        widths.push_back(wanted == the_rest ? wanted : std::max(wanted, code));
    }
    const std::vector<Rect> places = columns(row, widths);
    for (std::size_t index = 0; index < places.size(); ++index) {
        Rect place = places[index];
        place.right -= all[index].gap;
        if (!place.empty() && place.width() >= all[index].least) draw(all[index], place);
    }
}

template <class Columns>
void draw_heads(Panel& panel, Rect row, Room room, const Columns& all) {
    each_column(panel, row, room, all, [&](const auto& column, Rect place) {
        panel.draw().line(place, panel.say(column.head),
                          {Type::small, Token::text_2, column.align});
    });
}

template <class Columns, class Thing>
void draw_cells(Panel& panel, Rect row, Room room, const Columns& all, const Thing& thing) {
    each_column(panel, row, room, all,
                [&](const auto& column, Rect place) { column.draw(panel, place, thing); });
}

}  // namespace casustafel::ui
