// What the client costs on the processor alone, at 1600x900: from a key to its pixels, and
// scrolling through a dossier of five hundred items, with five hundred messages and shares beside
// it. Laying out and rasterising are counted; the window system is not.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

#include "client/ui/app/app.hpp"
#include "client/ui/paint/screen.hpp"
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
    Screen shown{};

    // Draws what changed since the last call.
    void present() {
        shown.take(harness.data(), current_atlas(), width, height);
        shown.draw(screen.target());
    }
    // A whole frame with this input: laid out, and what changed drawn.
    void show(const Input& input) {
        harness.ui.begin_frame(input, width, height);
        app.draw(harness.ui, model, outbox, 1000, {});
        shown.take(harness.ui.end_frame(), current_atlas(), width, height);
        shown.draw(screen.target());
    }
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

// The same frame drawn without knowing what was there before, by tiles, and when one thing changed.
void measure_frames(const char* which, const char* row_name, model::Model model) {
    std::printf("%s:\n", which);
    Desk desk{std::move(model)};
    Rasterizer whole;
    const Point row = desk.harness.widget(row_name).rect.centre();
    double seconds = 100;
    tell("  laid out", measure([&](int) { desk.harness.frame({}); }));
    const auto plain = measure(
        [&](int) { whole.draw(desk.harness.data(), current_atlas(), desk.screen.target()); });
    const auto tell_ratio = [&](const char* what, const std::vector<double>& sorted) {
        tell(what, sorted);
        std::printf("%-44s %6.2f of drawing it whole\n", "", sorted[times / 2] / plain[times / 2]);
    };
    tell("  rasterised whole", plain);
    tell_ratio("  the same by tiles, all of them", measure([&](int) {
                   desk.shown.forget();
                   desk.present();
               }));
    tell_ratio("  nothing changed", measure([&](int) { desk.present(); }));
    tell_ratio("  a row is pointed at or left, laid out too", measure([&](int time) {
                   Input input;
                   input.seconds = seconds += 0.1;
                   input.mouse = time % 2 == 0 ? row : Point{-1, -1};
                   desk.show(input);
               }));
    desk.harness.click("talk.write");
    tell_ratio("  a caret blinks, laid out too", measure([&](int) {
                   Input input;
                   input.seconds = seconds += 0.5;
                   desk.show(input);
               }));
}

}  // namespace
}  // namespace casustafel::ui

int main() {
    using namespace casustafel::ui;
    measure_frames("the table", "item.A03", table_world());
    measure_frames("a table with far too much on it", "item.X0", crowded_world());
    measure_typing("a key to its pixels", table_world());
    measure_typing("a key to its pixels, far too much on screen", crowded_world());
    measure_scrolling();
}
