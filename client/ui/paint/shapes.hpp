#pragma once
// What a frame consists of once it is known which pixels it touches: boxes, letters and triangles
// in whole numbers, in the order in which they are drawn. What each pixel becomes depends on the
// shapes over it and on nothing else, so a part of a picture can be drawn by itself and two frames
// can be compared. It draws nothing.
#include <imgui.h>

#include <cstdint>
#include <vector>

namespace casustafel::ui {

// The letters' coverage, one byte a texel; the texture coordinates of a frame are texels. While
// `edition` stays, a texel that a frame has used keeps its value.
struct Atlas {
    const unsigned char* coverage = nullptr;
    int width = 0, height = 0;
    unsigned edition = 0;
};

// A rectangle of pixels; right and bottom lie outside.
struct Pixels {
    int left = 0, top = 0, right = 0, bottom = 0;

    bool empty() const { return right <= left || bottom <= top; }
    bool contains(const Pixels& other) const {
        return other.left >= left && other.right <= right && other.top >= top &&
               other.bottom <= bottom;
    }
    bool operator==(const Pixels&) const = default;
};

Pixels intersection(const Pixels& one, const Pixels& other);

// Where a letter's texels are, in 1/65536 texel: under the middle of the first pixel of its area,
// and how far the next pixel is.
struct Texels {
    std::int32_t across = 0, down = 0, step_across = 0, step_down = 0;
};

// A pixel is drawn when its centre is inside a shape. Corners are integers of 1/16 pixel, so that
// two triangles that share an edge never both draw, and never both miss, a pixel.
struct Triangle {
    static constexpr int subpixel = 16;
    struct Corner {
        std::int32_t x, y;
    };
    Corner corners[3];  // clockwise on the screen
    ImU32 colours[3];
    bool flat() const { return colours[0] == colours[1] && colours[1] == colours[2]; }
};

struct Shape {
    enum class Kind : std::uint8_t { box, letter, triangle };
    Kind kind = Kind::box;
    ImU32 colour = 0;
    Pixels area;  // nothing outside is touched
    Texels texels;
    std::uint32_t triangle = 0;  // its place among the triangles
};

struct Shapes {
    std::vector<Shape> all;
    std::vector<Triangle> triangles;

    // Replaces what was there by the shapes of this frame in a picture of this size.
    void take(const ImDrawData& frame, const Atlas& atlas, int width, int height);
};

}  // namespace casustafel::ui
