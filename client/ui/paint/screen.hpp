#pragma once
// A picture that shows one frame after another and draws of each only what differs from the one
// before (client/ui/README.md §damage). It is cut into tiles. Of each tile it knows which shapes
// lie over it since the last that hides all below, and a number made of everything that decides
// their pixels; a tile whose number stays is left alone. Whoever owns the window or the canvas
// gives the memory of the picture, which must hold what was drawn before, and shows the rectangles
// that changed.
#include <span>
#include <vector>

#include "client/ui/paint/rasterizer.hpp"

namespace casustafel::ui {

class Screen {
public:
    // Takes in the next frame for a picture of this size, and says which parts of it differ from
    // the frame before: few rectangles that do not overlap, none when nothing differs. What they
    // say lives until the next call.
    std::span<const Pixels> take(const ImDrawData& frame, const Atlas& atlas, int width,
                                 int height);
    // Draws those parts. The target has the size that was said, and keeps what is not drawn.
    void draw(PixelTarget target) const;
    // The picture holds something else by now: the next frame is drawn whole.
    void forget() { width_ = height_ = 0; }

private:
    struct Tile {
        std::uint64_t shown = 0, wanted = 0;
        std::vector<std::uint32_t> shapes;  // in the order in which they are drawn
        bool hides_all = false;             // the first of them does, what is below
        bool changed = false;
    };

    void resize(int width, int height);
    void spread();
    void lay_over_tiles(std::uint32_t shape);
    void find_changes(bool everything);
    void note_changed(const Pixels& run);
    Pixels area_of(int column, int row) const;

    Shapes shapes_;
    Atlas atlas_;
    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    std::vector<Tile> tiles_;
    std::vector<Pixels> changed_;
};

}  // namespace casustafel::ui
