#pragma once
// Turns shapes into pixels, with the processor alone: the same pixels on every machine, no graphics
// driver, no memory beyond the picture. Boxes and letters, which is nearly everything in an
// interface, are drawn in whole numbers, two channels at a time; the rest are triangles with
// interpolated colour. It knows no window and no file.
#include <imgui.h>

#include <cstdint>

#include "client/ui/paint/shapes.hpp"

namespace casustafel::ui {

// Memory of a picture; `stride` counts pixels. The shifts say where a channel sits in a pixel, each
// a whole byte; the byte that is left is always 255.
struct PixelTarget {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0, stride = 0;
    int red_shift = 16, green_shift = 8, blue_shift = 0;
};

// Draws the part of one shape that lies within these pixels, which lie in the target.
void draw(const Shape& shape, const Shapes& shapes, const Atlas& atlas, const PixelTarget& target,
          const Pixels& within);

// Draws whole frames over what the target holds; what lies outside it is cut off. A window, which
// shows one frame after another, has a Screen instead.
class Rasterizer {
public:
    void draw(const ImDrawData& frame, const Atlas& atlas, PixelTarget target);

private:
    Shapes shapes_;
};

// The letters of the current ImGui context: the sheet of its Fonts, or ImGui's own atlas.
Atlas current_atlas();

}  // namespace casustafel::ui
