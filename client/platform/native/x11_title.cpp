#include "client/platform/native/x11_title.hpp"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>

namespace casustafel::platform {

void say_title_on_x11(SDL_Window* window, const std::string& title) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE || info.subsystem != SDL_SYSWM_X11) return;
    Display* display = info.info.x11.display;
    const Atom utf8 = XInternAtom(display, "UTF8_STRING", False);
    for (const char* name : {"_NET_WM_NAME", "_NET_WM_ICON_NAME"})
        XChangeProperty(display, info.info.x11.window, XInternAtom(display, name, False), utf8, 8,
                        PropModeReplace, reinterpret_cast<const unsigned char*>(title.data()),
                        static_cast<int>(title.size()));
    XFlush(display);
}

}  // namespace casustafel::platform
