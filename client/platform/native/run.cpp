#include "client/platform/native/run.hpp"

#include <chrono>
#include <ctime>

#include "client/platform/native/process_age.hpp"

namespace casustafel::platform {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double cpu_ms() { return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC; }

}  // namespace

RunFigures run(Window& window, ui::Ui& ui, Application& application) {
    RunFigures figures;
    Heartbeat heartbeat(ui, application);
    const Clock::time_point start = Clock::now();
    double shown_at_ms = 0, cpu_at_first_ms = 0;
    ui.copy = [&window](const std::string& text) {
        window.set_clipboard(text);
        return true;
    };
    ui.paste = [&window] { return window.clipboard(); };
    while (!window.closed() && !application.finished()) {
        const auto input = window.wait(heartbeat.wait_ms(), ui.settings().scale);
        const bool damaged = !window.hidden() && window.take_damage();
        const auto changed = heartbeat.beat(input, ms_since(start) / 1000,
                                            {window.size(), window.hidden(), damaged});
        window.set_caret(ui.caret, ui.settings().scale);
        if (changed.empty()) continue;
        window.present(changed, [&](ui::PixelTarget target) { heartbeat.paint(target); });
        if (figures.presented++ == 0) {
            figures.first_frame_ms = process_age_ms();
            shown_at_ms = ms_since(start);
            cpu_at_first_ms = cpu_ms();
        }
    }
    figures.frames = heartbeat.frames();
    figures.after_ms = ms_since(start) - shown_at_ms;
    figures.cpu_after_ms = cpu_ms() - cpu_at_first_ms;
    return figures;
}

}  // namespace casustafel::platform
