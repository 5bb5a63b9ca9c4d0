#pragma once
// Finds the way round for an arrow that no bow keeps clear of the roles between: the shortest way
// along the corners of their boxes, as far from them as there is room for, with the turns rounded.
#include "client/ui/trainer/network/network_paths.hpp"

namespace casustafel::ui {

// The same round the others, for when no bow is clear: straight from corner to corner of what is
// between, as clear of it as there is room for. Empty: they are walled in.
std::vector<Point> way_round(const Course& course, std::vector<Point>& turned);

// Whether a straight line passes under this box.
bool runs_under(Point from, Point to, Rect box);

}  // namespace casustafel::ui
