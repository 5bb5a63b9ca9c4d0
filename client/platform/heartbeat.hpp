#pragma once
// The client's heartbeat, which mostly does not beat: a beat takes in one frame's worth of what a
// person did and lays the screen out; it says which pixels changed by it, and how long the next
// beat can wait (a visible clock, a caret) when nothing happens. Whoever owns a window or a
// page beats it, and shows what it paints.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "client/ui/kit/ui.hpp"
#include "client/ui/paint/picture.hpp"
#include "client/ui/paint/screen.hpp"

namespace casustafel::platform {

// What beats; all calls come from the thread of the heartbeat.
class Application {
public:
    virtual ~Application() = default;
    // Takes in what arrived since the last frame.
    virtual void update() = 0;
    virtual void draw(ui::Ui& ui) = 0;
    virtual bool finished() const = 0;
};

struct WindowSize {
    int width = 0, height = 0;  // device pixels
};

// Where the screen is shown now.
struct Surface {
    WindowSize size;
    bool hidden = false;   // nobody would see it
    bool damaged = false;  // what was painted there is gone, or has to be shown again
};

class Heartbeat {
public:
    // Both outlive it.
    Heartbeat(ui::Ui& ui, Application& application) : ui_(ui), application_(application) {}

    // Milliseconds until the next beat if nothing happens: 0 at once, -1 never.
    int wait_ms() const;

    // Beats once at this moment (seconds that never go back); no input: time was up, or something
    // arrived over the line. Returns which parts of the picture differ from the one before, which
    // `paint` draws: none, and there is nothing to show.
    std::span<const ui::Pixels> beat(const std::optional<ui::Input>& input, double seconds,
                                     const Surface& surface);
    // The target has the size of the surface and holds what was painted before.
    void paint(ui::PixelTarget target) const { screen_.draw(target); }

    std::uint64_t frames() const { return frames_; }  // laid out until now

private:
    ui::Input input_of(const std::optional<ui::Input>& input, double seconds);

    ui::Ui& ui_;
    Application& application_;
    ui::Screen screen_;
    ui::Input last_;
    int frames_left_ = 0;
    bool began_ = false;
    std::uint64_t frames_ = 0;
};

// Draws the same screen without a window until it has settled, for screenshots.
ui::Picture draw_offscreen(ui::Ui& ui, const std::function<void(ui::Ui&)>& draw, int width_px,
                           int height_px);

}  // namespace casustafel::platform
