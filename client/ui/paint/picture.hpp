#pragma once
// A picture in memory that the rasterizer can draw in and that becomes a PNG: screenshots and the
// golden pictures of tests. It writes no file.
#include <cstdint>
#include <vector>

#include "client/ui/paint/rasterizer.hpp"

namespace casustafel::ui {

class Picture {
public:
    Picture(int width, int height)
        : width_(width),
          height_(height),
          pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

    int width() const { return width_; }
    int height() const { return height_; }
    PixelTarget target() { return {pixels_.data(), width_, height_, width_}; }
    // 0x00RRGGBB.
    std::uint32_t at(int x, int y) const {
        return pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                       static_cast<std::size_t>(x)] &
               0xFFFFFF;
    }

    // The picture as the bytes of a PNG file, 8 bits a channel, without transparency.
    std::vector<unsigned char> png() const;

private:
    int width_, height_;
    std::vector<std::uint32_t> pixels_;
};

}  // namespace casustafel::ui
