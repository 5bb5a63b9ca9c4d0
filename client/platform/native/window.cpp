#include "client/platform/native/window.hpp"

#include <SDL.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "client/platform/native/density.hpp"
#include "client/platform/native/translate.hpp"
#include "client/platform/native/x11_clipboard.hpp"
#include "client/platform/native/x11_title.hpp"

namespace casustafel::platform {
namespace {

constexpr int frames_known_within = 12;  // events of a window that comes up

// Makes the window fit on the screen with its frame. False: how wide the frame is is not known yet.
bool fit_with_frame(SDL_Window* window) {
    SDL_Rect room;
    int top = 0, left = 0, bottom = 0, right = 0, width = 0, height = 0;
    if (SDL_GetDisplayUsableBounds(0, &room) != 0 ||
        SDL_GetWindowBordersSize(window, &top, &left, &bottom, &right) != 0 || top == 0)
        return false;
    SDL_GetWindowSize(window, &width, &height);
    const int wide = std::min(width, room.w - left - right),
              high = std::min(height, room.h - top - bottom);
    if (wide == width && high == height) return true;
    SDL_SetWindowSize(window, wide, high);
    SDL_SetWindowPosition(window, room.x + left, room.y + top);
    return true;
}

}  // namespace

struct Window::Guts {
    SDL_Window* window = nullptr;
    SDL_Surface* canvas = nullptr;  // only when the display has no 32-bit pixels
    Uint32 wake_event = 0;
    Translator translator;
    std::optional<SDL_Event> pending;
    bool closed = false, hidden = false, damaged = true;
    int frame_to_fit = 0;  // events left in which the frame's width may come to be known
    std::string copied;    // last, from here
    std::string title;

    // F11 fills the screen with any window, and gives it back.
    bool takes_full_screen_key(const SDL_Event& event) {
        if (event.type != SDL_KEYDOWN || event.key.keysym.sym != SDLK_F11) return false;
        const bool full = (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
        if (event.key.repeat == 0)
            SDL_SetWindowFullscreen(window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
        return true;
    }

    // A window manager gives the window its frame after it is shown.
    void fit_frame() {
        if (frame_to_fit > 0 && !fit_with_frame(window))
            --frame_to_fit;
        else
            frame_to_fit = 0;
    }

    void window_event(const SDL_WindowEvent& event) {
        fit_frame();
        switch (event.event) {
            case SDL_WINDOWEVENT_CLOSE: closed = true; break;
            case SDL_WINDOWEVENT_MINIMIZED:
            case SDL_WINDOWEVENT_HIDDEN: hidden = true; break;
            case SDL_WINDOWEVENT_SHOWN:
            case SDL_WINDOWEVENT_RESTORED:
            case SDL_WINDOWEVENT_EXPOSED:
            case SDL_WINDOWEVENT_SIZE_CHANGED:
                hidden = false;
                damaged = true;
                break;
            case SDL_WINDOWEVENT_LEAVE: translator.mouse_left(); break;
            default: break;
        }
    }

    // False means that the event belongs to the next frame.
    bool take(const SDL_Event& event) {
        if (event.type == SDL_QUIT) closed = true;
        if (event.type == SDL_WINDOWEVENT) window_event(event.window);
        if (takes_full_screen_key(event)) return true;
        return translator.take(event);
    }
};

Window::Window() : guts_(std::make_unique<Guts>()) {}

Window::~Window() {
    if (guts_->window != nullptr) leave_clipboard();
    if (guts_->canvas != nullptr) SDL_FreeSurface(guts_->canvas);
    if (guts_->window != nullptr) SDL_DestroyWindow(guts_->window);
    SDL_Quit();
}

namespace {

bool is_on_x11() {
    const char* driver = SDL_GetCurrentVideoDriver();
    return driver != nullptr && std::string_view(driver) == "x11";
}

float scale_of_display() {
    SDL_Rect room;
    if (SDL_GetDisplayUsableBounds(0, &room) != 0) return 1;
    return scale_for(dots_per_inch(), room.w, room.h);
}

// Makes the window no larger than the screen has room for. The dummy driver has no screen to fit.
WindowSettings fitted(WindowSettings settings) {
    const char* driver = SDL_GetCurrentVideoDriver();
    SDL_Rect room;
    if (driver == nullptr || std::string_view(driver) == "dummy" ||
        SDL_GetDisplayUsableBounds(0, &room) != 0)
        return settings;
    if (settings.by_display) {
        const float scale = scale_of_display();
        settings.width = static_cast<int>(static_cast<float>(settings.width) * scale);
        settings.height = static_cast<int>(static_cast<float>(settings.height) * scale);
    }
    settings.width = std::min(settings.width, room.w);
    settings.height = std::min(settings.height, room.h);
    return settings;
}

}  // namespace

std::unique_ptr<Window> Window::open(const WindowSettings& settings, std::string& error) {
    // Without this hint SDL would load a graphics driver to show a picture that is drawn already.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    // Joysticks and game controllers are left out, since SDL would poll them every millisecond.
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        error = SDL_GetError();
        return nullptr;
    }
    std::unique_ptr<Window> window(new Window);
    Guts& guts = *window->guts_;
    const WindowSettings fit = fitted(settings);
    guts.window = SDL_CreateWindow(
        fit.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, fit.width, fit.height,
        SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
            (fit.full_screen ? Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP} : 0U));
    if (guts.window == nullptr || SDL_GetWindowSurface(guts.window) == nullptr) {
        error = SDL_GetError();
        return nullptr;
    }
    SDL_SetWindowMinimumSize(guts.window, 640, 480);
    guts.title = fit.title;
    if (!fit.full_screen && is_on_x11()) guts.frame_to_fit = frames_known_within;
    if (fit.full_screen) {
        SDL_DisableScreenSaver();
        SDL_ShowCursor(SDL_DISABLE);
    }
    guts.wake_event = SDL_RegisterEvents(1);
    guts.translator.use_layout(has_latin_letters());
    SDL_StartTextInput();
    return window;
}

std::optional<ui::Input> Window::wait(int timeout_ms, float scale) {
    Guts& guts = *guts_;
    int width = 1, height = 1;
    SDL_GetWindowSize(guts.window, &width, &height);
    guts.translator.begin(static_cast<float>(size().width) / static_cast<float>(width) / scale);
    SDL_Event event;
    bool any = false;
    if (guts.pending) {
        const SDL_Event kept = *guts.pending;
        guts.pending.reset();
        guts.take(kept);
        any = true;
    } else {
        if (timeout_ms < 0) timeout_ms = 60'000;
        if (SDL_WaitEventTimeout(&event, timeout_ms) != 0) {
            guts.take(event);
            any = true;
        }
    }
    while (any && SDL_PollEvent(&event) != 0) {
        if (guts.take(event)) continue;
        guts.pending = event;
        break;
    }
    ui::Input input = guts.translator.input();
    input.seconds = static_cast<double>(SDL_GetTicks64()) / 1000.0;
    if (!any) return std::nullopt;
    return input;
}

void Window::wake() {
    SDL_Event event{};
    event.type = guts_->wake_event;
    SDL_PushEvent(&event);
}

bool Window::closed() const { return guts_->closed; }
bool Window::hidden() const { return guts_->hidden; }
bool Window::take_damage() { return std::exchange(guts_->damaged, false); }

WindowSize Window::size() const {
    const SDL_Surface* surface = SDL_GetWindowSurface(guts_->window);
    return surface == nullptr ? WindowSize{} : WindowSize{surface->w, surface->h};
}

float Window::display_scale() const { return scale_of_display(); }

void Window::set_title(const std::string& title) {
    if (std::exchange(guts_->title, title) == title) return;
    SDL_SetWindowTitle(guts_->window, title.c_str());
    say_title_on_x11(guts_->window, title);
}

void Window::call_attention() {
    const Uint32 state = SDL_GetWindowFlags(guts_->window);
    const bool looked_at =
        (state & SDL_WINDOW_INPUT_FOCUS) != 0 && (state & SDL_WINDOW_MINIMIZED) == 0;
    if (!looked_at) SDL_FlashWindow(guts_->window, SDL_FLASH_UNTIL_FOCUSED);
}

void Window::present(std::span<const ui::Pixels> changed,
                     const std::function<void(ui::PixelTarget)>& draw) {
    Guts& guts = *guts_;
    SDL_Surface* surface = SDL_GetWindowSurface(guts.window);
    if (surface == nullptr) {
        guts.damaged = true;
        return;
    }
    SDL_Surface* target = surface;
    if (surface->format->BytesPerPixel != 4) {
        if (guts.canvas == nullptr || guts.canvas->w != surface->w ||
            guts.canvas->h != surface->h) {
            if (guts.canvas != nullptr) SDL_FreeSurface(guts.canvas);
            guts.canvas = SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32,
                                                         SDL_PIXELFORMAT_RGB888);
        }
        target = guts.canvas;
    }
    SDL_LockSurface(target);
    draw({static_cast<std::uint32_t*>(target->pixels), target->w, target->h, target->pitch / 4,
          target->format->Rshift, target->format->Gshift, target->format->Bshift});
    SDL_UnlockSurface(target);
    if (target != surface) SDL_BlitSurface(target, nullptr, surface, nullptr);
    std::vector<SDL_Rect> parts;
    for (const ui::Pixels& part : changed)
        parts.push_back({part.left, part.top, part.right - part.left, part.bottom - part.top});
    SDL_UpdateWindowSurfaceRects(guts.window, parts.data(), static_cast<int>(parts.size()));
}

std::string Window::clipboard() const {
    char* text = SDL_GetClipboardText();
    std::string copied = text == nullptr ? "" : text;
    SDL_free(text);
    if (copied.empty() && is_on_x11()) return read_x11_clipboard().value_or("");
    return copied;
}

void Window::set_clipboard(const std::string& text) {
    SDL_SetClipboardText(text.c_str());
    guts_->copied = text;
}

// What was copied here and is still on the clipboard stays when the window is gone.
void Window::leave_clipboard() const {
    if (!guts_->copied.empty() && is_on_x11() && clipboard() == guts_->copied)
        leave_on_x11_clipboard(guts_->copied);
}

void Window::set_caret(ui::Rect caret, float scale) {
    if (caret.empty()) return;
    const SDL_Rect rect{static_cast<int>(caret.left * scale), static_cast<int>(caret.top * scale),
                        static_cast<int>(caret.width() * scale) + 1,
                        static_cast<int>(caret.height() * scale)};
    SDL_SetTextInputRect(&rect);
}

}  // namespace casustafel::platform
