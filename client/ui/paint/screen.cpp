#include "client/ui/paint/screen.hpp"

#include <algorithm>

namespace casustafel::ui {
namespace {

// Small enough for a tile to stay in the fastest memory, large enough that most letters lie in one.
constexpr int tile_wide = 64, tile_high = 32;
// Showing many small rectangles costs more than one that holds them.
constexpr std::size_t most_rectangles = 24;

// Each step can be undone, so that two different words never lead to the same number from the same.
std::uint64_t mixed(std::uint64_t number, std::uint64_t word) {
    number = (number ^ word) * 0x9E3779B97F4A7C15;
    return number ^ number >> 29;
}

std::uint64_t word(std::int64_t high, std::int64_t low) {
    return static_cast<std::uint64_t>(high) << 32 | static_cast<std::uint32_t>(low);
}

// Made of everything that decides which pixels a shape becomes.
std::uint64_t print_of(const Shape& shape, const Shapes& shapes) {
    std::uint64_t print =
        mixed(static_cast<std::uint64_t>(shape.kind) + 1, word(shape.area.left, shape.area.top));
    print = mixed(print, word(shape.area.right, shape.area.bottom));
    if (shape.kind == Shape::Kind::triangle) {
        const Triangle& triangle = shapes.triangles[shape.triangle];
        for (int at = 0; at < 3; ++at) {
            print = mixed(print, word(triangle.corners[at].x, triangle.corners[at].y));
            print = mixed(print, triangle.colours[at]);
        }
        return print;
    }
    print = mixed(print, shape.colour);
    if (shape.kind == Shape::Kind::box) return print;
    print = mixed(print, word(shape.texels.across, shape.texels.down));
    return mixed(print, word(shape.texels.step_across, shape.texels.step_down));
}

Pixels hull_of(std::span<const Pixels> all) {
    Pixels hull = all.front();
    for (const Pixels& each : all)
        hull = {std::min(hull.left, each.left), std::min(hull.top, each.top),
                std::max(hull.right, each.right), std::max(hull.bottom, each.bottom)};
    return hull;
}

enum class Lies : std::uint8_t { outside, across, over };

// How a triangle lies to these pixels: outside an edge, or over all of them, by the corners that
// are farthest in and farthest out.
Lies lies(const Triangle& triangle, const Pixels& area) {
    const auto centre = [](int pixel) {
        return std::int64_t{pixel} * Triangle::subpixel + Triangle::subpixel / 2;
    };
    const std::int64_t left = centre(area.left), right = centre(area.right - 1),
                       top = centre(area.top), bottom = centre(area.bottom - 1);
    Lies answer = Lies::over;
    for (int edge = 0; edge < 3; ++edge) {
        const Triangle::Corner a = triangle.corners[edge], b = triangle.corners[(edge + 1) % 3];
        const std::int64_t dx = b.x - a.x, dy = b.y - a.y;
        const auto inside = [&](std::int64_t x, std::int64_t y) {
            return dx * (y - a.y) - dy * (x - a.x);
        };
        if (inside(dy < 0 ? right : left, dx > 0 ? bottom : top) < 0) return Lies::outside;
        if (inside(dy < 0 ? left : right, dx > 0 ? top : bottom) <= 0) answer = Lies::across;
    }
    return answer;
}

Lies lies(const Shape& shape, const Shapes& shapes, const Pixels& area) {
    const Lies by_area = shape.area.contains(area) ? Lies::over : Lies::across;
    if (shape.kind != Shape::Kind::triangle) return by_area;
    const Lies by_edges = lies(shapes.triangles[shape.triangle], area);
    return by_edges == Lies::over ? by_area : by_edges;
}

bool is_opaque(const Shape& shape, const Shapes& shapes) {
    if (shape.kind == Shape::Kind::letter || shape.colour >> IM_COL32_A_SHIFT != 255) return false;
    return shape.kind == Shape::Kind::box || shapes.triangles[shape.triangle].flat();
}

}  // namespace

std::span<const Pixels> Screen::take(const ImDrawData& frame, const Atlas& atlas, int width,
                                     int height) {
    const bool everything = width != width_ || height != height_ || atlas.edition != atlas_.edition;
    if (everything) resize(width, height);
    atlas_ = atlas;
    shapes_.take(frame, atlas, width, height);
    spread();
    find_changes(everything);
    return changed_;
}

void Screen::resize(int width, int height) {
    width_ = width;
    height_ = height;
    columns_ = (width + tile_wide - 1) / tile_wide;
    rows_ = (height + tile_high - 1) / tile_high;
    tiles_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
}

Pixels Screen::area_of(int column, int row) const {
    return {column * tile_wide, row * tile_high, std::min(width_, (column + 1) * tile_wide),
            std::min(height_, (row + 1) * tile_high)};
}

void Screen::spread() {
    for (Tile& tile : tiles_) {
        tile.shapes.clear();
        tile.wanted = 0;
        tile.hides_all = false;
    }
    for (std::uint32_t shape = 0; shape < shapes_.all.size(); ++shape) lay_over_tiles(shape);
}

void Screen::lay_over_tiles(std::uint32_t index) {
    const Shape& shape = shapes_.all[index];
    const std::uint64_t print = print_of(shape, shapes_);
    const bool opaque = is_opaque(shape, shapes_);
    const int last_column = (shape.area.right - 1) / tile_wide,
              last_row = (shape.area.bottom - 1) / tile_high;
    for (int row = shape.area.top / tile_high; row <= last_row; ++row) {
        for (int column = shape.area.left / tile_wide; column <= last_column; ++column) {
            Tile& tile = tiles_[static_cast<std::size_t>(row * columns_ + column)];
            const Lies how = lies(shape, shapes_, area_of(column, row));
            if (how == Lies::outside) continue;
            if (opaque && how == Lies::over) {
                tile.shapes.clear();
                tile.hides_all = true;
                tile.wanted = mixed(1, shape.colour);  // wherever its edges are
            } else {
                tile.wanted = mixed(tile.wanted, print);
            }
            tile.shapes.push_back(index);
        }
    }
}

// Tiles side by side become one rectangle, and equal ones below each other too.
void Screen::find_changes(bool everything) {
    changed_.clear();
    for (int row = 0; row < rows_; ++row) {
        Pixels run;
        for (int column = 0; column < columns_; ++column) {
            Tile& tile = tiles_[static_cast<std::size_t>(row * columns_ + column)];
            tile.changed = everything || tile.shown != tile.wanted;
            tile.shown = tile.wanted;
            const Pixels area = area_of(column, row);
            if (tile.changed && run.right == area.left && !run.empty()) {
                run.right = area.right;
            } else if (tile.changed) {
                note_changed(run);
                run = area;
            }
        }
        note_changed(run);
    }
    if (changed_.size() > most_rectangles) changed_ = {hull_of(changed_)};
}

void Screen::note_changed(const Pixels& run) {
    if (run.empty()) return;
    const auto above = std::find_if(changed_.begin(), changed_.end(), [&](const Pixels& each) {
        return each.bottom == run.top && each.left == run.left && each.right == run.right;
    });
    if (above == changed_.end())
        changed_.push_back(run);
    else
        above->bottom = run.bottom;
}

void Screen::draw(PixelTarget target) const {
    if (target.width != width_ || target.height != height_) return;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const Tile& tile = tiles_[static_cast<std::size_t>(row * columns_ + column)];
            if (!tile.changed) continue;
            const Pixels area = area_of(column, row);
            if (!tile.hides_all) {
                const Shape black{.colour = IM_COL32_BLACK, .area = area};
                ui::draw(black, shapes_, atlas_, target, area);
            }
            for (const std::uint32_t shape : tile.shapes)
                ui::draw(shapes_.all[shape], shapes_, atlas_, target, area);
        }
    }
}

}  // namespace casustafel::ui
