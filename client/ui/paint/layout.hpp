#pragma once
// Rectangles and how a window is cut into them. Every number is in logical pixels, as at
// 100 % (client/ui/README.md §grid); only the painter knows how many pixels of the screen that is.
// Layout is cutting: a panel takes a strip off a side of what is left and draws in it.
#include <algorithm>
#include <cstdint>

namespace casustafel::ui {

struct Point {
    float x = 0, y = 0;
};

struct Rect {
    float left = 0, top = 0, right = 0, bottom = 0;

    float width() const { return right - left; }
    float height() const { return bottom - top; }
    bool empty() const { return right <= left || bottom <= top; }
    Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }

    bool contains(Point point) const {
        return point.x >= left && point.x < right && point.y >= top && point.y < bottom;
    }
    bool contains(const Rect& other) const {
        return other.left >= left && other.right <= right && other.top >= top &&
               other.bottom <= bottom;
    }
    bool overlaps(const Rect& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    bool operator==(const Rect&) const = default;

    // The part both rectangles have; empty when they do not touch.
    Rect intersection(const Rect& other) const {
        return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
                std::min(bottom, other.bottom)};
    }

    Rect inset(float all) const { return inset(all, all); }
    Rect inset(float x, float y) const { return {left + x, top + y, right - x, bottom - y}; }
    Rect moved(float x, float y) const { return {left + x, top + y, right + x, bottom + y}; }

    // Takes a strip of this size off one side and returns it; what is left is never negative.
    Rect cut_left(float size) {
        const float edge = std::min(left + size, right);
        const Rect strip{left, top, edge, bottom};
        left = edge;
        return strip;
    }
    Rect cut_right(float size) {
        const float edge = std::max(right - size, left);
        const Rect strip{edge, top, right, bottom};
        right = edge;
        return strip;
    }
    Rect cut_top(float size) {
        const float edge = std::min(top + size, bottom);
        const Rect strip{left, top, right, edge};
        top = edge;
        return strip;
    }
    Rect cut_bottom(float size) {
        const float edge = std::max(bottom - size, top);
        const Rect strip{left, edge, right, bottom};
        bottom = edge;
        return strip;
    }

    // A rectangle of this size with the same middle.
    Rect middle(float size_x, float size_y) const {
        const Point at = centre();
        return {at.x - size_x / 2, at.y - size_y / 2, at.x + size_x / 2, at.y + size_y / 2};
    }
    // The strip of this height in the vertical middle.
    Rect middle_row(float size) const {
        const float y = (top + bottom - size) / 2;
        return {left, y, right, y + size};
    }
};

// The three layouts (client/ui/README.md §layouts); the logical width alone decides which.
enum class Layout : std::uint8_t { wide, compact, narrow };

constexpr Layout layout_for(float logical_width) {
    if (logical_width >= 1440) return Layout::wide;
    return logical_width >= 1024 ? Layout::compact : Layout::narrow;
}

}  // namespace casustafel::ui
