#include "client/ui/paint/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace casustafel::ui {
namespace {

int first_centre_from(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }

// The pixels whose centres lie in the box.
Pixels covered(const ImDrawVert& first, const ImDrawVert& last) {
    return {first_centre_from(first.pos.x), first_centre_from(first.pos.y),
            first_centre_from(last.pos.x), first_centre_from(last.pos.y)};
}

std::int32_t fixed(float texels) { return static_cast<std::int32_t>(std::lround(texels * 65536)); }

// Whether six indices are the two triangles of one axis-aligned, one-coloured quad (PrimRect's
// order).
bool is_quad(const ImDrawIdx* index, const ImDrawVert* vertex) {
    if (index[0] != index[3] || index[2] != index[4]) return false;
    const ImDrawVert &a = vertex[index[0]], &b = vertex[index[1]], &c = vertex[index[2]],
                     &d = vertex[index[5]];
    return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
           a.pos.x <= c.pos.x && a.pos.y <= c.pos.y && a.col == b.col && b.col == c.col &&
           c.col == d.col;
}

// Reads the commands of a frame one after another.
class Reader {
public:
    Reader(Shapes& shapes, const Atlas& atlas) : shapes_(shapes), atlas_(atlas) {}

    void read(const ImDrawList& list, const ImDrawCmd& command, Pixels clip) {
        clip_ = clip;
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        const ImDrawVert* vertex = list.VtxBuffer.Data + command.VtxOffset;
        for (unsigned int at = 0; at + 2 < command.ElemCount;) {
            if (at + 5 < command.ElemCount && is_quad(index + at, vertex)) {
                quad(vertex[index[at]], vertex[index[at + 2]]);
                at += 6;
            } else {
                triangle(vertex[index[at]], vertex[index[at + 1]], vertex[index[at + 2]]);
                at += 3;
            }
        }
    }

private:
    void quad(const ImDrawVert& first, const ImDrawVert& last) {
        Shape shape;
        shape.colour = first.col;
        shape.area = intersection(clip_, covered(first, last));
        if (shape.area.empty() || (first.col & IM_COL32_A_MASK) == 0) return;
        if (first.uv.x != last.uv.x || first.uv.y != last.uv.y) {
            shape.kind = Shape::Kind::letter;
            shape.texels = texels(first, last, shape.area);
            if (!lies_in_atlas(shape.texels, shape.area)) return;
        }
        shapes_.all.push_back(shape);
    }

    // Sampled linearly across and at the nearest row.
    static Texels texels(const ImDrawVert& first, const ImDrawVert& last, const Pixels& area) {
        const float step_x = (last.uv.x - first.uv.x) / (last.pos.x - first.pos.x);
        const float step_y = (last.uv.y - first.uv.y) / (last.pos.y - first.pos.y);
        const float x = static_cast<float>(area.left) + 0.5F - first.pos.x;
        const float y = static_cast<float>(area.top) + 0.5F - first.pos.y;
        return {fixed(first.uv.x - 0.5F + x * step_x), fixed(first.uv.y + y * step_y),
                fixed(step_x), fixed(step_y)};
    }

    // Sampling reads the texel to the right as well.
    bool lies_in_atlas(const Texels& texels, const Pixels& area) const {
        const auto inside = [](std::int64_t first, std::int64_t step, int steps, int end) {
            const std::int64_t last = first + step * (steps - 1);
            return first >= 0 && last >= 0 && first >> 16 < end && last >> 16 < end;
        };
        return inside(texels.across, texels.step_across, area.right - area.left,
                      atlas_.width - 1) &&
               inside(texels.down, texels.step_down, area.bottom - area.top, atlas_.height);
    }

    void triangle(const ImDrawVert& one, const ImDrawVert& two, const ImDrawVert& three) {
        const auto corner = [](const ImDrawVert& vertex) {
            constexpr int parts = Triangle::subpixel;
            return Triangle::Corner{static_cast<std::int32_t>(std::lround(vertex.pos.x * parts)),
                                    static_cast<std::int32_t>(std::lround(vertex.pos.y * parts))};
        };
        Triangle triangle{{corner(one), corner(two), corner(three)}, {one.col, two.col, three.col}};
        auto& [a, b, c] = triangle.corners;
        const std::int64_t turn =
            std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{c.x - a.x} * (b.y - a.y);
        if (turn == 0 || ((one.col | two.col | three.col) & IM_COL32_A_MASK) == 0) return;
        if (turn < 0) {
            std::swap(b, c);
            std::swap(triangle.colours[1], triangle.colours[2]);
        }
        Shape shape;
        shape.kind = Shape::Kind::triangle;
        shape.colour = one.col;
        shape.area = intersection(clip_, around(triangle));
        if (shape.area.empty()) return;
        shape.triangle = static_cast<std::uint32_t>(shapes_.triangles.size());
        shapes_.triangles.push_back(triangle);
        shapes_.all.push_back(shape);
    }

    static Pixels around(const Triangle& triangle) {
        const auto& [a, b, c] = triangle.corners;
        constexpr int half = Triangle::subpixel / 2;
        // The first pixel whose centre is not before, and the first whose centre is behind.
        const auto from = [](int edge) { return (edge + half - 1) >> 4; };
        const auto until = [](int edge) { return ((edge - half) >> 4) + 1; };
        return {from(std::min({a.x, b.x, c.x})), from(std::min({a.y, b.y, c.y})),
                until(std::max({a.x, b.x, c.x})), until(std::max({a.y, b.y, c.y}))};
    }

    Shapes& shapes_;
    Atlas atlas_;
    Pixels clip_;
};

}  // namespace

Pixels intersection(const Pixels& one, const Pixels& other) {
    return {std::max(one.left, other.left), std::max(one.top, other.top),
            std::min(one.right, other.right), std::min(one.bottom, other.bottom)};
}

void Shapes::take(const ImDrawData& frame, const Atlas& atlas, int width, int height) {
    all.clear();
    triangles.clear();
    Reader reader(*this, atlas);
    for (int list_index = 0; list_index < frame.CmdListsCount; ++list_index) {
        const ImDrawList& list = *frame.CmdLists[list_index];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4 cut = command.ClipRect;
            const Pixels clip = intersection({0, 0, width, height},
                                             {static_cast<int>(cut.x), static_cast<int>(cut.y),
                                              static_cast<int>(cut.z), static_cast<int>(cut.w)});
            if (!clip.empty()) reader.read(list, command, clip);
        }
    }
}

}  // namespace casustafel::ui
