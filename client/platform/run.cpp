#include "client/platform/run.hpp"

#include <chrono>
#include <cmath>
#include <ctime>

namespace casustafel::platform {
namespace {

// What the mouse does in one frame shows in the next, and its consequences in the one after.
constexpr int frames_after_input = 3;

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double cpu_ms() { return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC; }

int wait_ms(const ui::Ui& ui, int frames_left) {
    if (frames_left > 0) return 0;
    const double seconds = ui.wakes_after_seconds();
    return seconds < 0 ? -1 : std::max(1, static_cast<int>(std::ceil(seconds * 1000)));
}

}  // namespace

RunFigures run(Window& window, ui::Ui& ui, Application& application) {
    RunFigures figures;
    ui::Rasterizer rasterizer;
    const Clock::time_point start = Clock::now();
    double cpu_at_first_ms = 0;
    ui.copy = [&window](const std::string& text) { window.set_clipboard(text); };
    ui.paste = [&window] { return window.clipboard(); };
    int frames_left = frames_after_input;
    std::uint64_t shown = 0;
    ui::Input last;
    while (!window.closed() && !application.finished()) {
        const auto input = window.wait(wait_ms(ui, frames_left), ui.settings().scale);
        if (input) frames_left = frames_after_input;
        ui::Input now = input.value_or(last);
        if (!input) {
            now.pressed = now.released = false;
            now.wheel = 0;
            now.strokes.clear();
        }
        now.seconds = ms_since(start) / 1000;
        last = now;
        application.update();
        const WindowSize size = window.size();
        if (window.hidden() || size.width == 0) {
            frames_left = 0;
            continue;
        }
        ui.begin_frame(now, size.width, size.height);
        application.draw(ui);
        const ImDrawData& frame = ui.end_frame();
        ++figures.frames;
        frames_left =
            ui.wants_another_frame() ? std::max(frames_left, 1) : std::max(0, frames_left - 1);
        window.set_caret(ui.caret, ui.settings().scale);
        const std::uint64_t next = ui::fingerprint(frame);
        const bool damaged = window.take_damage();
        if (next == shown && !damaged) continue;
        window.present(
            [&](ui::PixelTarget target) { rasterizer.draw(frame, ui::current_atlas(), target); });
        shown = next;
        if (figures.presented++ == 0) {
            figures.first_frame_ms = ms_since(start);
            cpu_at_first_ms = cpu_ms();
        }
    }
    figures.after_ms = ms_since(start) - figures.first_frame_ms;
    figures.cpu_after_ms = cpu_ms() - cpu_at_first_ms;
    return figures;
}

ui::Picture draw_offscreen(ui::Ui& ui, const std::function<void(ui::Ui&)>& draw, int width_px,
                           int height_px) {
    constexpr int most_frames = 8;
    ui::Picture picture(width_px, height_px);
    ui::Input input;
    for (int frame = 0; frame < most_frames; ++frame) {
        input.seconds += 0.1;
        ui.begin_frame(input, width_px, height_px);
        draw(ui);
        const ImDrawData& data = ui.end_frame();
        if (frame + 1 == most_frames)
            ui::Rasterizer().draw(data, ui::current_atlas(), picture.target());
    }
    return picture;
}

}  // namespace casustafel::platform
