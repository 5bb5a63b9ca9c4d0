#pragma once
// How large the display of this computer is, asked before there is a window.
#include <optional>

namespace casustafel::platform {

struct DisplaySize {
    int width, height;  // in pixels
};

// Nothing: there is no display.
std::optional<DisplaySize> display_size();

}  // namespace casustafel::platform
