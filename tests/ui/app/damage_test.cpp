// A window that draws only what changed shows what one shows that draws everything: somebody plays
// with the real screens at random, and after every frame each pixel is compared.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "client/ui/app/app.hpp"
#include "client/ui/paint/screen.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr int width = 1100, height = 700;
constexpr float scales[] = {1, 1.25F, 2};

class Chance {
public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    bool percent(std::size_t of_hundred) { return below(100) < of_hundred; }

private:
    std::mt19937_64 engine_;
};

std::vector<model::Model> worlds() {
    std::vector<model::Model> all;
    all.push_back(lobby_world());
    all.push_back(table_world());
    all.push_back(crowded_world());
    all.push_back(swap_world("reading"));
    all.push_back(trainer_world());
    all.push_back(offline(table_world()));
    all.push_back(ended_world());
    return all;
}

bool lies_in(std::span<const Pixels> parts, int x, int y) {
    return std::any_of(parts.begin(), parts.end(), [&](const Pixels& part) {
        return part.contains({x, y, x + 1, y + 1});
    });
}

int overlaps(std::span<const Pixels> parts) {
    int count = 0;
    for (std::size_t one = 0; one < parts.size(); ++one)
        for (std::size_t other = one + 1; other < parts.size(); ++other)
            count += intersection(parts[one], parts[other]).empty() ? 0 : 1;
    return count;
}

class Damage : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    App app;
    Harness harness{width, height, [this](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }};
    Screen screen;
    Picture shown{width, height};

    // The parts that changed, after comparing the picture with one drawn whole.
    std::vector<Pixels> show() {
        const Picture before = shown, whole = harness.picture();
        const auto taken = screen.take(harness.data(), current_atlas(), width, height);
        const std::vector<Pixels> changed(taken.begin(), taken.end());
        screen.draw(shown.target());
        int wrong = 0, unsaid = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                wrong += shown.at(x, y) != whole.at(x, y) ? 1 : 0;
                const bool differs = shown.at(x, y) != before.at(x, y);
                unsaid += differs && !lies_in(changed, x, y) ? 1 : 0;
            }
        }
        EXPECT_EQ(wrong, 0);
        EXPECT_EQ(unsaid, 0);
        EXPECT_EQ(overlaps(changed), 0);
        return changed;
    }

    const Widget& any_widget(Chance& chance) const {
        const auto widgets = harness.ui.record().widgets();
        return widgets[chance.below(widgets.size())];
    }

    void do_something(Chance& chance, const std::vector<model::Model>& all) {
        if (harness.ui.record().widgets().empty() || chance.percent(6))
            model = all[chance.below(all.size())];
        Input input;
        input.mouse = any_widget(chance).rect.centre();
        switch (chance.below(8)) {
            case 0: input.wheel = chance.percent(50) ? -1.0F : 1.0F; break;
            case 1: harness.pass(static_cast<double>(chance.below(30)) / 10); break;
            case 2: input.strokes.push_back({.typed = U"aé ☎\U0001F44D字"[chance.below(6)]}); break;
            case 3: harness.press(chance.percent(70) ? Key::tab : Key::escape); break;
            case 4: change_look(chance); break;
            default: press(chance); break;
        }
        harness.frame(input);
    }

    void press(Chance& chance) {
        const Widget widget = any_widget(chance);
        if (!widget.hidden) harness.click(widget.name);
    }

    void change_look(Chance& chance) {
        if (!chance.percent(15)) return;
        Settings settings = harness.ui.settings();
        settings.scale = scales[chance.below(3)];
        settings.contrast = chance.percent(50) ? Contrast::high : Contrast::light;
        harness.ui.change(settings);
    }
};

TEST_F(Damage, leaves_a_picture_as_if_it_were_drawn_whole) {
    const std::vector<model::Model> all = worlds();
    for (std::uint64_t number = 1; number <= 6; ++number) {
        SCOPED_TRACE("seed " + std::to_string(number));
        Chance chance(number);
        for (int frame = 0; frame < 40 && !HasFailure(); ++frame) {
            do_something(chance, all);
            show();
        }
    }
}

TEST_F(Damage, is_nothing_when_nothing_changed) {
    harness.click("item.A03");
    show();
    harness.frame({});
    EXPECT_TRUE(show().empty());
}

TEST_F(Damage, of_a_caret_is_a_small_part) {
    harness.click("talk.write");
    show();
    std::vector<Pixels> changed;
    for (int blink = 0; blink < 4 && changed.empty(); ++blink) {
        harness.pass(0.5);
        changed = show();
    }
    ASSERT_EQ(changed.size(), 1);
    EXPECT_LE((changed[0].right - changed[0].left) * (changed[0].bottom - changed[0].top),
              width * height / 100);
}

TEST_F(Damage, is_everything_once_the_picture_is_gone_or_has_another_size) {
    const Pixels everything{0, 0, width, height};
    EXPECT_EQ(show(), std::vector{everything});
    EXPECT_TRUE(show().empty());
    screen.forget();
    shown = Picture(width, height);
    EXPECT_EQ(show(), std::vector{everything});
    const auto smaller = screen.take(harness.data(), current_atlas(), width / 2, height);
    ASSERT_EQ(smaller.size(), 1);
    EXPECT_EQ(smaller[0], (Pixels{0, 0, width / 2, height}));
}

}  // namespace
}  // namespace casustafel::ui
