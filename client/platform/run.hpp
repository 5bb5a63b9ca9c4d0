#pragma once
// The client's heartbeat, which mostly does not beat: it sleeps until there is input, the network
// wakes it, or something on screen changes by itself (a visible clock, a caret), then draws a few
// frames and sleeps again. A frame that would show the same pixels is not rasterised.
#include <functional>

#include "client/platform/window.hpp"
#include "client/ui/kit/ui.hpp"
#include "client/ui/paint/picture.hpp"

namespace casustafel::platform {

// What the loop runs; all calls come from its thread.
class Application {
public:
    virtual ~Application() = default;
    // Takes in what arrived since the last frame.
    virtual void update() = 0;
    virtual void draw(ui::Ui& ui) = 0;
    virtual bool finished() const = 0;
};

struct RunFigures {
    std::uint64_t frames = 0;     // laid out
    std::uint64_t presented = 0;  // rasterised and shown
    double first_frame_ms = 0;    // from the start of the loop to the first picture shown
    double after_ms = 0;          // from then to the end
    double cpu_after_ms = 0;      // processor time of all threads in it
};

// Runs until the window closes or the application has finished.
RunFigures run(Window& window, ui::Ui& ui, Application& application);

// Draws the same screen without a window until it has settled, for screenshots.
ui::Picture draw_offscreen(ui::Ui& ui, const std::function<void(ui::Ui&)>& draw, int width_px,
                           int height_px);

}  // namespace casustafel::platform
