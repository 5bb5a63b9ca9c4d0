#pragma once
// How often one role shared with another or asked it, counted from the view; and where the roles of
// a table find a place in the drawing.
#include <cstdint>
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// How often one role shared with another or asked it, and when last.
struct Link {
    std::string from, to;
    int count = 0;
    std::int64_t last_sim_ms = 0;
};

// Most first; equal counts in the order of the roles' codes.
std::vector<Link> links(const model::View& view, bool asking);

// Where the middles of boxes of this width stand so that none touches another: on an oval, on two,
// or in rows; nothing when the area is too small for that.
std::vector<Point> around(Rect area, std::size_t count, float box_width);

}  // namespace casustafel::ui
