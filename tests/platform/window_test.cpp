// One look through a real window: the lobby on a display of X, clicked and typed in through SDL's
// own queue, and the pixels that arrived on the screen compared with those that were drawn.
#include <SDL.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstring>

#include "client/platform/native/files.hpp"
#include "client/platform/native/run.hpp"
#include "client/platform/native/window.hpp"
#include "client/ui/app/app.hpp"
#include "display.hpp"

namespace casustafel::platform {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int width = 1280, height = 720, screen_width = 1600, screen_height = 900;

// Wishes that lead nowhere: there is no server here.
class Nowhere final : public ui::Outbox {
    model::CommandId act(v1::Command) override { return {}; }
    void connect(const std::string&) override {}
    void look_up(const std::string&) override {}
    void join(const std::string&, const std::string&, const std::string&) override {}
    void reenter(const std::string&, const std::string&) override {}
    void open_as_trainer(const std::string&, const std::string&) override {}
    void attach(const std::string&) override {}
    void sign_out() override {}
    void choose_role(const std::string&) override {}
    void say(v1::ClientFrame) override {}
};

// Shows the lobby; once it stands, clicks the field for the name and types in it.
class Typist final : public Application {
public:
    explicit Typist(ui::Ui& ui) : ui_(ui) {}

    void update() override {
        if (frames_ == 2) type();
        if (name() == "Noor" && name_stood_ == 0) name_stood_ = frames_;
    }
    void draw(ui::Ui& ui) override {
        app_.draw(ui, model_, nowhere_, 0, {});
        ++frames_;
    }
    // The frame with the name in it was shown; or it does not come.
    bool finished() const override {
        return (name_stood_ != 0 && frames_ > name_stood_ + 1) || Clock::now() > deadline_;
    }
    const std::string& name() const { return app_.state.lobby.name; }

private:
    void type() {
        const ui::Widget* field = ui_.record().find("lobby.name");
        if (field == nullptr) return;
        const ui::Point at = field->rect.centre();
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.x = static_cast<int>(at.x);
        event.motion.y = static_cast<int>(at.y);
        SDL_PushEvent(&event);
        for (const Uint32 kind : {SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP}) {
            event = {};
            event.type = kind;
            event.button.button = SDL_BUTTON_LEFT;
            event.button.clicks = 1;
            event.button.x = static_cast<int>(at.x);
            event.button.y = static_cast<int>(at.y);
            SDL_PushEvent(&event);
        }
        event = {};
        event.type = SDL_TEXTINPUT;
        std::strcpy(event.text.text, "Noor");
        SDL_PushEvent(&event);
    }

    ui::Ui& ui_;
    ui::App app_;
    model::Model model_;
    Nowhere nowhere_;
    Clock::time_point deadline_ = Clock::now() + std::chrono::seconds(20);
    int frames_ = 0, name_stood_ = 0;
};

// How many pixels of the window, which stands in the middle of the screen, are not as drawn.
int differing(const Display::Screen& screen, const ui::Picture& drawn) {
    int count = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            count += screen.at(x + (screen_width - width) / 2, y + (screen_height - height) / 2) !=
                     drawn.at(x, y);
    }
    return count;
}

TEST(AWindow, shows_what_was_drawn_and_takes_what_is_typed) {
    const Display display(screen_width, screen_height);
    if (!display.runs())
        GTEST_SKIP()
            << "Xvfb is not on this machine (`./run test` installs it): no window was tried";
    auto fonts = load_fonts();
    ASSERT_TRUE(std::holds_alternative<ui::FontBytes>(fonts)) << std::get<std::string>(fonts);
    ui::Ui ui(std::move(std::get<ui::FontBytes>(fonts)), {});
    std::string error;
    const auto window = Window::open({"test", width, height}, error);
    ASSERT_TRUE(window) << error;
    Typist typist(ui);
    const RunFigures figures = run(*window, ui, typist);
    EXPECT_EQ(typist.name(), "Noor");
    EXPECT_GE(figures.presented, 2U);
    EXPECT_LE(figures.presented, figures.frames);

    const auto screen = display.screen();
    ASSERT_TRUE(screen);
    ASSERT_EQ(screen->width, screen_width);
    const ui::Picture drawn = draw_offscreen(
        ui, [&](ui::Ui& frame) { typist.draw(frame); }, width, height);
    constexpr int a_caret = 100;  // may be on in one and off in the other
    EXPECT_LE(differing(*screen, drawn), a_caret);
}

}  // namespace
}  // namespace casustafel::platform
