#pragma once
// How an arrow runs from box to box without passing under another: straight where that is clear,
// else in the smallest bow that is, else round the boxes between.
#include <span>
#include <vector>

#include "client/ui/paint/layout.hpp"

namespace casustafel::ui {

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

}  // namespace casustafel::ui
