#pragma once
// What SDL 2 does not do with the title of a window on X11: while the program runs in the "C"
// locale, as it always does, a title with any letter beyond ASCII reaches only the old property,
// and window managers and task bars go on showing the first one.
#include <string>

struct SDL_Window;

namespace casustafel::platform {

// Says the title in UTF-8, as window managers read it; does nothing where there is no X11.
void say_title_on_x11(SDL_Window* window, const std::string& title);

}  // namespace casustafel::platform
