// Contrast as it reaches the eye: of every line of text on the main screens the ground and the ink
// are taken from the pixels and compared. What the theme promises for pairs of tokens is in
// theme_test; here a panel that puts a word on a ground it was not meant for is found.
#include <gtest/gtest.h>

#include <map>

#include "client/ui/app/app.hpp"
#include "tests/support/screen/harness.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

Colour colour_of(std::uint32_t pixel) {
    return {static_cast<std::uint8_t>(pixel >> 16), static_cast<std::uint8_t>(pixel >> 8),
            static_cast<std::uint8_t>(pixel)};
}

// The highest contrast that any pixel here has with the ground, the colour most of them have.
double contrast_in(const Picture& picture, Rect place) {
    std::map<std::uint32_t, int> used;
    const Rect seen = place.intersection(
        {0, 0, static_cast<float>(picture.width()), static_cast<float>(picture.height())});
    for (int y = static_cast<int>(seen.top); y < static_cast<int>(seen.bottom); ++y) {
        for (int x = static_cast<int>(seen.left); x < static_cast<int>(seen.right); ++x)
            ++used[picture.at(x, y)];
    }
    std::uint32_t ground = 0;
    int most = 0;
    for (const auto& [pixel, count] : used) {
        if (count > most) ground = pixel, most = count;
    }
    double best = 1;
    for (const auto& [pixel, count] : used)
        best = std::max(best, contrast_ratio(colour_of(pixel), colour_of(ground)));
    return best;
}

// Words on what cannot be used are exempt, and so is what lies under a dialog.
bool counts(const Ui& ui, const DrawnText& text) {
    if (text.layer != ui.top_layer() || text.clipped || text.rect.width() < 4) return false;
    for (const Widget& item : ui.record().widgets()) {
        if (!item.enabled && item.rect.overlaps(text.rect)) return false;
    }
    return true;
}

std::string too_faint(Harness& harness, double least) {
    const Picture picture = harness.picture();
    std::string faint;
    for (const DrawnText& text : harness.ui.record().texts()) {
        if (!counts(harness.ui, text)) continue;
        const double ratio = contrast_in(picture, text.rect);
        if (ratio < least) faint += text.text + ": " + std::to_string(ratio) + "\n";
    }
    return faint;
}

class ContrastOnScreen : public testing::TestWithParam<Contrast> {
protected:
    model::Model model = table_world();
    Remembered outbox;
    App app;
    Harness harness{1600,
                    900,
                    [this](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); },
                    {.contrast = GetParam()}};

    void look(const std::string& what) {
        harness.settle();
        EXPECT_EQ(too_faint(harness, GetParam() == Contrast::light ? 4.5 : 7), "") << what;
    }
    void look(const std::string& what, model::Model shown) {
        model = std::move(shown);
        look(what);
    }
};

TEST_P(ContrastOnScreen, is_enough_at_the_table) {
    harness.click("item.A03");
    look("table");
    harness.click("dock.tab.plan");
    look("plan");
    harness.click("item.share");
    look("share");
    harness.press(Key::escape);
    harness.click("dock.tab.decisions");
    harness.click("decision.V1.open");
    look("decision");
}

TEST_P(ContrastOnScreen, is_enough_on_the_other_screens) {
    look("lobby", lobby_world());
    look("seated", seated_world());
    look("writing", swap_world("writing"));
    look("reading", swap_world("reading"));
    look("offline", offline(table_world()));
    look("end", ended_world());
    look("trainer", trainer_world());
    look("desk", desk_world());
}

INSTANTIATE_TEST_SUITE_P(Both, ContrastOnScreen, testing::Values(Contrast::light, Contrast::high),
                         [](const auto& tested) {
                             return tested.param == Contrast::light ? "light" : "high";
                         });

TEST(Contrast, is_found_to_be_too_little_where_it_is) {
    const auto grey_on_grey = [](Ui& ui) {
        ui.draw().fill(ui.screen(), Token::canvas);
        ui.draw().line({20, 20, 300, 60}, "Nauwelijks te lezen", {Type::body, Token::line});
    };
    Harness harness(320, 240, grey_on_grey);
    EXPECT_NE(too_faint(harness, 4.5), "");
}

}  // namespace
}  // namespace casustafel::ui
