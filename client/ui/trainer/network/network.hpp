#pragma once
// Who shares with whom, or asks whom, as a drawing: a role in its table's shape, an arrow from
// giver to receiver, thicker the more often. The table beside it says exactly the same in words and
// numbers. Choosing a role leaves only its own arrows.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/network/network_state.hpp"

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

// What an arrow is drawn between and clear of.
struct Course {
    Rect from, to;
    std::span<const Rect> others;
    Rect area;
    float aside = 0;  // how far it bows at least
    float head = 0;   // the length of its head
};

// How an arrow runs from one box to another, clear of the others where that can be. Ends at the
// border of `to`. `turned`: where those before it turned, so that it turns beside them.
std::vector<Point> path_between(const Course& course, std::vector<Point>& turned);
// The same round the others, for when no bow is clear: straight from corner to corner of what is
// between, as clear of it as there is room for. Empty: they are walled in.
std::vector<Point> way_round(const Course& course, std::vector<Point>& turned);
// Whether a straight line passes under this box.
bool runs_under(Point from, Point to, Rect box);

// All links as rows, of a chosen role only its own.
void draw_as_table(Panel& panel, Rect area, NetworkState& state, const std::vector<Link>& all);
// What a chosen role gave and got, and the way back to everybody.
void draw_of_role(Panel& panel, Rect row, NetworkState& state, const std::vector<Link>& all);

void draw_network(Panel& panel, Rect area, NetworkState& state);

}  // namespace casustafel::ui
