#include "client/ui/paint/rasterizer.hpp"

#include <algorithm>

#include "client/ui/paint/sheet.hpp"

namespace casustafel::ui {
namespace {

// Two channels of a pixel, 16 bits apart, so that one multiplication serves both.
constexpr std::uint32_t pair = 0x00FF00FF, half = 0x00800080, opaque = 0xFF000000;

std::uint32_t channel(ImU32 colour, int shift) { return colour >> shift & 255; }

// A colour as the target has its channels, ready to be laid over pixels.
class Ink {
public:
    Ink(ImU32 colour, const PixelTarget& target)
        : packed_(opaque | channel(colour, IM_COL32_R_SHIFT) << target.red_shift |
                  channel(colour, IM_COL32_G_SHIFT) << target.green_shift |
                  channel(colour, IM_COL32_B_SHIFT) << target.blue_shift),
          alpha_(channel(colour, IM_COL32_A_SHIFT)) {}

    std::uint32_t packed() const { return packed_; }
    std::uint32_t alpha() const { return alpha_; }

    // Each channel is (ink * alpha + under * (255 - alpha)) / 255, rounded.
    std::uint32_t over(std::uint32_t under, std::uint32_t alpha) const {
        const std::uint32_t rest = 255 - alpha;
        const std::uint32_t even = (packed_ & pair) * alpha + (under & pair) * rest + half;
        const std::uint32_t odd = (packed_ >> 8 & pair) * alpha + (under >> 8 & pair) * rest + half;
        return opaque | ((even + (even >> 8 & pair)) >> 8 & pair) |
               ((odd + (odd >> 8 & pair)) & ~pair);
    }

private:
    std::uint32_t packed_, alpha_;
};

std::uint32_t divide_by_255(std::uint32_t value) {
    return (value + 128 + ((value + 128) >> 8)) >> 8;
}

std::uint32_t* row_of(const PixelTarget& target, int y) {
    return target.pixels + static_cast<std::ptrdiff_t>(y) * target.stride;
}

// One colour from here to there. Neighbours mostly lie over the same colour.
void fill_row(std::uint32_t* row, int from, int until, const Ink& ink, std::uint32_t alpha) {
    if (alpha == 255) {
        std::fill(row + from, row + until, ink.packed());
        return;
    }
    std::uint32_t under = row[from], mixed = ink.over(under, alpha);
    for (int x = from; x < until; ++x) {
        if (row[x] != under) {
            under = row[x];
            mixed = ink.over(under, alpha);
        }
        row[x] = mixed;
    }
}

void draw_box(const Shape& box, const PixelTarget& target, const Pixels& area) {
    const Ink ink(box.colour, target);
    for (int y = area.top; y < area.bottom; ++y)
        fill_row(row_of(target, y), area.left, area.right, ink, ink.alpha());
}

void draw_letter(const Shape& letter, const Atlas& atlas, const PixelTarget& target,
                 const Pixels& area) {
    const Ink ink(letter.colour, target);
    const Texels& texels = letter.texels;
    const std::int32_t first = texels.across + (area.left - letter.area.left) * texels.step_across;
    for (int y = area.top; y < area.bottom; ++y) {
        const std::int32_t line = (texels.down + (y - letter.area.top) * texels.step_down) >> 16;
        const unsigned char* coverage =
            atlas.coverage + static_cast<std::ptrdiff_t>(line) * atlas.width;
        std::uint32_t* row = row_of(target, y);
        std::int32_t across = first;
        for (int x = area.left; x < area.right; ++x, across += texels.step_across) {
            const unsigned char* at = coverage + (across >> 16);
            const std::uint32_t part = across >> 8 & 255;
            const std::uint32_t covered = (at[0] * (256 - part) + at[1] * part) >> 8;
            if (covered != 0) row[x] = ink.over(row[x], divide_by_255(covered * ink.alpha()));
        }
    }
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return value % by != 0 && (value < 0) != (by < 0) ? quotient - 1 : quotient;
}
std::int64_t ceil_divide(std::int64_t value, std::int64_t by) { return -floor_divide(-value, by); }

// The rows of a triangle. On each row every edge bounds x from one side; pixels exactly on an edge
// belong to it when it is a top or left edge, so neighbours share no pixel.
class TrianglePainter {
public:
    TrianglePainter(const Triangle& triangle, const PixelTarget& target)
        : triangle_(triangle), target_(target), flat_(triangle.flat()) {
        const ImU32 rgb = ~IM_COL32_A_MASK;
        one_ink_ = (triangle.colours[0] & rgb) == (triangle.colours[1] & rgb) &&
                   (triangle.colours[1] & rgb) == (triangle.colours[2] & rgb);
        whole_ = weight(0, triangle.corners[2].x, triangle.corners[2].y);
    }

    void draw(const Pixels& area) const {
        for (int y = area.top; y < area.bottom; ++y) draw_row(y, area.left, area.right);
    }

private:
    static constexpr int subpixel = Triangle::subpixel;

    // How far a point lies inside an edge.
    std::int64_t weight(int edge, std::int64_t x, std::int64_t y) const {
        const Triangle::Corner a = triangle_.corners[edge], b = triangle_.corners[(edge + 1) % 3];
        return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    }

    void draw_row(int y, std::int64_t from, std::int64_t until) const {
        const std::int64_t centre_y = std::int64_t{y} * subpixel + subpixel / 2;
        for (int edge = 0; edge < 3; ++edge) {
            const Triangle::Corner a = triangle_.corners[edge],
                                   b = triangle_.corners[(edge + 1) % 3];
            const std::int64_t dx = b.x - a.x, dy = b.y - a.y;
            // Inside: dx * (py - ay) - dy * (px - ax) > 0, or = 0 on a top or left edge.
            const bool owns = dy < 0 || (dy == 0 && dx > 0);
            const std::int64_t reach =
                dx * (centre_y - a.y) + dy * a.x - (owns ? 0 : 1);  // dy * px ≤ reach
            if (dy == 0) {
                if (reach < 0) return;
            } else if (dy > 0) {
                const std::int64_t most = floor_divide(reach, dy);
                until = std::min(until, floor_divide(most - subpixel / 2, subpixel) + 1);
            } else {
                const std::int64_t least = ceil_divide(reach, dy);
                from = std::max(from, ceil_divide(least - subpixel / 2, subpixel));
            }
        }
        if (from >= until) return;
        std::uint32_t* row = row_of(target_, y);
        const int first = static_cast<int>(from), last = static_cast<int>(until);
        if (flat_) {
            const Ink ink(triangle_.colours[0], target_);
            if (ink.alpha() != 0) fill_row(row, first, last, ink, ink.alpha());
        } else if (one_ink_) {
            fade_row(row, first, last, centre_y);
        } else {
            blend_row(row, first, last, centre_y);
        }
    }

    // A value at each corner, weighed by how near the corners are: times `whole_`.
    std::int64_t weighed(int shift, std::int64_t x, std::int64_t y) const {
        std::int64_t sum = 0;
        for (int corner = 0; corner < 3; ++corner)
            sum += channel(triangle_.colours[corner], shift) * weight((corner + 1) % 3, x, y);
        return sum;
    }

    // Only the alpha changes, by the same step from pixel to pixel.
    void fade_row(std::uint32_t* row, int from, int until, std::int64_t centre_y) const {
        const Ink ink(triangle_.colours[0], target_);
        const std::int64_t x = std::int64_t{from} * subpixel + subpixel / 2;
        const std::int64_t start = weighed(IM_COL32_A_SHIFT, x, centre_y);
        const std::int64_t step = weighed(IM_COL32_A_SHIFT, x + subpixel, centre_y) - start;
        if (step == 0) {
            const std::int64_t alpha = start / whole_;
            if (alpha != 0) fill_row(row, from, until, ink, static_cast<std::uint32_t>(alpha));
            return;
        }
        std::int64_t sum = start;
        for (int at = from; at < until; ++at, sum += step) {
            const auto alpha = static_cast<std::uint32_t>(sum / whole_);
            if (alpha != 0) row[at] = ink.over(row[at], alpha);
        }
    }

    void blend_row(std::uint32_t* row, int from, int until, std::int64_t centre_y) const {
        for (int at = from; at < until; ++at) {
            const std::int64_t x = std::int64_t{at} * subpixel + subpixel / 2;
            ImU32 mixed = 0;
            for (const int shift :
                 {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT, IM_COL32_A_SHIFT})
                mixed |= static_cast<ImU32>(weighed(shift, x, centre_y) / whole_) << shift;
            const Ink ink(mixed, target_);
            if (ink.alpha() != 0) row[at] = ink.over(row[at], ink.alpha());
        }
    }

    const Triangle& triangle_;
    const PixelTarget& target_;
    bool flat_, one_ink_ = false;
    std::int64_t whole_ = 0;
};

}  // namespace

void draw(const Shape& shape, const Shapes& shapes, const Atlas& atlas, const PixelTarget& target,
          const Pixels& within) {
    const Pixels area = intersection(shape.area, within);
    if (area.empty()) return;
    switch (shape.kind) {
        case Shape::Kind::box: draw_box(shape, target, area); break;
        case Shape::Kind::letter: draw_letter(shape, atlas, target, area); break;
        case Shape::Kind::triangle:
            TrianglePainter(shapes.triangles[shape.triangle], target).draw(area);
            break;
    }
}

void Rasterizer::draw(const ImDrawData& frame, const Atlas& atlas, PixelTarget target) {
    shapes_.take(frame, atlas, target.width, target.height);
    const Pixels everything{0, 0, target.width, target.height};
    for (const Shape& shape : shapes_.all) ui::draw(shape, shapes_, atlas, target, everything);
}

Atlas current_atlas() {
    ImFontAtlas* fonts = ImGui::GetIO().Fonts;
    if (fonts->TexID != nullptr) return static_cast<const Sheet*>(fonts->TexID)->atlas();
    unsigned char* coverage = nullptr;
    Atlas atlas;
    fonts->GetTexDataAsAlpha8(&coverage, &atlas.width, &atlas.height);
    atlas.coverage = coverage;
    return atlas;
}

}  // namespace casustafel::ui
