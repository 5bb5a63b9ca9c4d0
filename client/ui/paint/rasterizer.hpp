#pragma once
// Turns a finished frame (ImDrawData) into pixels, with the processor alone: the same pixels on
// every machine, no graphics driver, no memory beyond the picture. Axis-aligned quads, which is
// nearly everything in an interface, have a fast path; the rest are triangles with interpolated
// colour. It knows no window and no file.
#include <imgui.h>

#include <cstdint>
#include <vector>

namespace casustafel::ui {

// The letters' coverage, one byte a texel.
struct Atlas {
    const unsigned char* coverage = nullptr;
    int width = 0, height = 0;
};

// Memory of a picture; `stride` counts pixels. The shifts say where a channel sits in a pixel.
struct PixelTarget {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0, stride = 0;
    int red_shift = 16, green_shift = 8, blue_shift = 0;
};

// What draws a frame; the processor does unless somebody brings something better.
class Renderer {
public:
    virtual ~Renderer() = default;
    // Draws over what the target holds; what lies outside it is cut off.
    virtual void draw(const ImDrawData& frame, const Atlas& atlas, PixelTarget target) = 0;
};

class Rasterizer final : public Renderer {
public:
    void draw(const ImDrawData& frame, const Atlas& atlas, PixelTarget target) override;
};

// The atlas of the current ImGui context.
Atlas current_atlas();

// A number that differs (but for chance) when the frame would draw other pixels.
std::uint64_t fingerprint(const ImDrawData& frame);

}  // namespace casustafel::ui
