#pragma once
// Where the coverage of letters lies, one byte a texel. It grows downward as letters are asked for,
// and what once lies there stays where it is until all of it is cleared, so that a frame can still
// be drawn after another has asked for more. It is kept small: what does not fit is refused.
#include <imgui.h>

#include <optional>
#include <vector>

#include "client/ui/paint/shapes.hpp"

namespace casustafel::ui {

class Sheet {
public:
    struct Place {
        int left, top;
    };

    // Empty room of this size, with an empty border; nothing when the sheet is full.
    std::optional<Place> add(int width, int height);
    unsigned char* at(Place place) {
        return coverage_.data() + static_cast<std::ptrdiff_t>(place.top) * wide + place.left;
    }
    static constexpr int stride() { return wide; }
    void clear();

    Atlas atlas() const { return {coverage_.data(), wide, rows_, edition_}; }

private:
    static constexpr int wide = 1024, most_rows = 8192;
    struct Shelf {
        int top, high, used;
    };

    std::vector<unsigned char> coverage_;
    std::vector<Shelf> shelves_;
    int rows_ = 0;
    unsigned edition_ = 1;
};

}  // namespace casustafel::ui
