#pragma once
// The seats of the tables as cards to choose from, a column for each table.
#include <string>
#include <vector>

#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Draws all tables; `chosen` is the role picked and changes when the person picks another. With
// `own` set, that is the seat the person already has.
void draw_seats(Panel& panel, Rect area, std::string& chosen, const std::string& own,
                std::vector<ListState>& lists);

// How many roles are free, and how many there are.
struct SeatCount {
    int free = 0, all = 0;
};
SeatCount count_seats(const model::View& view);

}  // namespace casustafel::ui
