// What the client costs on the processor alone, at 1600x900: from a key to its pixels, and
// scrolling through a dossier of five hundred items, with five hundred messages and shares beside
// it. Laying out and rasterising are counted; the window system is not.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

#include "client/ui/app/app.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr int width = 1600, height = 900, times = 300;

double cpu_ms() { return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC; }

struct Desk {
    model::Model model;
    Remembered outbox{};
    App app{};
    Harness harness{width, height, [this](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }};
    Picture screen{width, height};
    Rasterizer rasterizer{};

    void present() { rasterizer.draw(harness.data(), current_atlas(), screen.target()); }
};

// Processor time of each of these, sorted.
std::vector<double> measure(const std::function<void(int)>& once) {
    std::vector<double> all;
    for (int time = 0; time < times; ++time) {
        const double before = cpu_ms();
        once(time);
        all.push_back(cpu_ms() - before);
    }
    std::sort(all.begin(), all.end());
    return all;
}

void tell(const char* what, const std::vector<double>& sorted) {
    std::printf("%-44s %6.2f ms median, %6.2f ms worst of %zu\n", what, sorted[sorted.size() / 2],
                sorted.back(), sorted.size());
}

void measure_typing(const char* what, model::Model model) {
    Desk desk{std::move(model)};
    desk.harness.click("talk.write");
    // A key changes the text in its own frame and shows at the latest in the next.
    tell(what, measure([&](int time) {
             Input input;
             input.strokes.push_back({.typed = static_cast<char32_t>('a' + time % 26)});
             desk.harness.frame(input);
             desk.harness.frame({});
             desk.present();
         }));
}

void measure_scrolling() {
    Desk desk{crowded_world()};
    desk.harness.hover("item.X0");
    tell("scrolling a dossier of 500, one notch", measure([&](int time) {
             Input input;
             input.wheel = time < times / 2 ? -1.0F : 1.0F;
             desk.harness.frame(input);
             desk.present();
         }));
}

void measure_frames() {
    Desk desk{table_world()};
    desk.harness.click("item.A03");
    tell("a frame of the table, laid out", measure([&](int) { desk.harness.frame({}); }));
    tell("the same, rasterised", measure([&](int) { desk.present(); }));
}

}  // namespace
}  // namespace casustafel::ui

int main() {
    using namespace casustafel::ui;
    measure_frames();
    measure_typing("a key to its pixels", table_world());
    measure_typing("a key to its pixels, far too much on screen", crowded_world());
    measure_scrolling();
}
