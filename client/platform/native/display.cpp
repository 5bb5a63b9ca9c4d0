#include "client/platform/native/display.hpp"

#include <SDL.h>

namespace casustafel::platform {

std::optional<DisplaySize> display_size() {
    std::optional<DisplaySize> size;
    SDL_DisplayMode mode{};
    if (SDL_Init(SDL_INIT_VIDEO) == 0 && SDL_GetDesktopDisplayMode(0, &mode) == 0)
        size = DisplaySize{mode.w, mode.h};
    SDL_Quit();
    return size;
}

}  // namespace casustafel::platform
