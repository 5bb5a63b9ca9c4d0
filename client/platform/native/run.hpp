#pragma once
// Beats the heartbeat in a native window: it sleeps until there is input, the network wakes it, or
// something on screen changes by itself.
#include "client/platform/heartbeat.hpp"
#include "client/platform/native/window.hpp"

namespace casustafel::platform {

struct RunFigures {
    std::uint64_t frames = 0;     // laid out
    std::uint64_t presented = 0;  // rasterised and shown
    double first_frame_ms = 0;    // from exec to the first picture shown
    double after_ms = 0;          // from then to the end
    double cpu_after_ms = 0;      // processor time of all threads in it
};

// Runs until the window closes or the application has finished.
RunFigures run(Window& window, ui::Ui& ui, Application& application);

}  // namespace casustafel::platform
