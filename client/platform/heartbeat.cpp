#include "client/platform/heartbeat.hpp"

#include <algorithm>
#include <cmath>

namespace casustafel::platform {
namespace {

// What the mouse does in one frame shows in the next, and its consequences in the one after.
constexpr int frames_after_input = 3;

}  // namespace

int Heartbeat::wait_ms() const {
    if (frames_left_ > 0 || !began_) return 0;
    const double seconds = ui_.wakes_after_seconds();
    return seconds < 0 ? -1 : std::max(1, static_cast<int>(std::ceil(seconds * 1000)));
}

ui::Input Heartbeat::input_of(const std::optional<ui::Input>& input, double seconds) {
    ui::Input now = input.value_or(last_);
    if (!input) {
        now.pressed = now.released = false;
        now.wheel = 0;
        now.strokes.clear();
    }
    now.seconds = seconds;
    return now;
}

std::span<const ui::Pixels> Heartbeat::beat(const std::optional<ui::Input>& input, double seconds,
                                            const Surface& surface) {
    if (input || !began_) frames_left_ = frames_after_input;
    began_ = true;
    last_ = input_of(input, seconds);
    application_.update();
    if (surface.damaged) screen_.forget();
    if (surface.hidden || surface.size.width == 0 || surface.size.height == 0) {
        frames_left_ = 0;
        return {};
    }
    ui_.begin_frame(last_, surface.size.width, surface.size.height);
    application_.draw(ui_);
    const ImDrawData& frame = ui_.end_frame();
    ++frames_;
    frames_left_ =
        ui_.wants_another_frame() ? std::max(frames_left_, 1) : std::max(0, frames_left_ - 1);
    return screen_.take(frame, ui::current_atlas(), surface.size.width, surface.size.height);
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
