#pragma once
// The native window, without a graphics driver: events in, pixels out. It sleeps in the window
// system's own wait until there is input, a wake from another thread, or time is up. It knows the
// kit's Input and pictures and nothing of what is shown.
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "client/platform/heartbeat.hpp"
#include "client/ui/kit/input.hpp"
#include "client/ui/paint/rasterizer.hpp"

namespace casustafel::platform {

struct WindowSettings {
    std::string title;
    int width = 1280, height = 720;
    bool full_screen = false;  // for a room to look at: fills the screen, and keeps it awake
    bool by_display = false;   // the size is in logical pixels, of which a dense display has more
};

class Window {
public:
    // Opens the window, or gives nothing, and why in `error`, when there is no display.
    static std::unique_ptr<Window> open(const WindowSettings& settings, std::string& error);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Waits until something happens or `timeout_ms` is over (0: does not wait, negative: no limit)
    // and takes in one frame's worth of it. Nothing: time was up. `scale` turns pixels into logical
    // ones.
    std::optional<ui::Input> wait(int timeout_ms, float scale);

    // Ends a wait; the only function that other threads may call.
    void wake();

    bool closed() const;
    // Says whether the window is minimised or hidden, so that what is drawn would not be seen.
    bool hidden() const;
    // The picture was damaged or resized, so it must be presented also when it did not change.
    bool take_damage();

    WindowSize size() const;
    // How large a logical pixel is on this display, as its user has set it: 1 to 2.
    float display_scale() const;
    void set_title(const std::string& title);
    // Asks for attention until somebody looks, unless somebody does already.
    void call_attention();
    // Gives the memory of the window to `draw`, which changes these parts of it, and shows them.
    void present(std::span<const ui::Pixels> changed,
                 const std::function<void(ui::PixelTarget)>& draw);

    std::string clipboard() const;
    void set_clipboard(const std::string& text);
    // Tells where the caret is, in logical pixels, so that input methods open beside it.
    void set_caret(ui::Rect caret, float scale);

private:
    Window();
    void leave_clipboard() const;
    struct Guts;
    std::unique_ptr<Guts> guts_;
};

}  // namespace casustafel::platform
