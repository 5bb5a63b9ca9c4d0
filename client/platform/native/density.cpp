#include "client/platform/native/density.hpp"

#include <SDL.h>
#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace casustafel::platform {
namespace {

constexpr float usual = 96;
constexpr float first_screen_width = 1280, first_screen_height = 720;

// SDL loads X by itself and does not hand its resources on; they are read over a connection of
// their own. Empty: there is no X, or it has none.
std::string resources_of_x() {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (driver == nullptr || std::string_view(driver) != "x11") return {};
    void* x = dlopen("libX11.so.6", RTLD_NOW);
    if (x == nullptr) return {};
    const auto open = reinterpret_cast<void* (*)(const char*)>(dlsym(x, "XOpenDisplay"));
    const auto read = reinterpret_cast<char* (*)(void*)>(dlsym(x, "XResourceManagerString"));
    const auto close = reinterpret_cast<int (*)(void*)>(dlsym(x, "XCloseDisplay"));
    std::string resources;
    if (open != nullptr && read != nullptr && close != nullptr) {
        if (void* display = open(nullptr)) {
            if (const char* text = read(display)) resources = text;
            close(display);
        }
    }
    dlclose(x);
    return resources;
}

}  // namespace

float dots_in_resources(std::string_view resources) {
    constexpr std::string_view name = "Xft.dpi:";
    while (!resources.empty()) {
        const std::size_t end = std::min(resources.find('\n'), resources.size());
        if (const std::string_view line = resources.substr(0, end); line.starts_with(name))
            return std::strtof(std::string(line.substr(name.size())).c_str(), nullptr);
        resources.remove_prefix(std::min(end + 1, resources.size()));
    }
    return 0;
}

float dots_per_inch() {
    if (const float said = dots_in_resources(resources_of_x()); said > 0) return said;
    float measured = 0;
    const bool known = SDL_GetDisplayDPI(0, &measured, nullptr, nullptr) == 0 && measured > 0;
    return known ? measured : usual;
}

float scale_for(float dots, int room_width, int room_height) {
    const float fits = std::min(static_cast<float>(room_width) / first_screen_width,
                                static_cast<float>(room_height) / first_screen_height);
    constexpr float nearly = 0.05F;  // a taskbar takes no quarter away
    const float quarters = std::floor((std::min(dots / usual, fits) + nearly) * 4);
    return std::clamp(quarters / 4, 1.0F, 2.0F);
}

}  // namespace casustafel::platform
