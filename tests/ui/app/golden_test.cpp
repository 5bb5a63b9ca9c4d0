// The main screens as they should look, pixel by pixel: the same fonts (Debian's), the same
// rasterizer on the processor, the same made-up session.
#include <gtest/gtest.h>

#include "client/ui/app/app.hpp"
#include "golden.hpp"
#include "tests/support/screen/harness.hpp"
#include "tests/support/screen/png.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

class Golden : public testing::Test {
protected:
    model::Model model = table_world();
    Remembered outbox;
    App app;
    Harness harness{1280, 720, [this](Ui& ui) { app.draw(ui, model, outbox, 1000, {}); }};

    void show(model::Model shown) {
        model = std::move(shown);
        harness.settle();
    }
    void expect(const std::string& name) {
        harness.settle();
        expect_golden(name, harness.picture());
    }
};

TEST_F(Golden, lobby) {
    show(lobby_world());
    harness.click("lobby.code");
    harness.type("K7W4MPQX");
    harness.click("lobby.name");
    harness.type("Samira");
    harness.click("seat.VT");
    expect("lobby");
}

TEST_F(Golden, table) {
    harness.click("item.A03");
    expect("table");
}

TEST_F(Golden, share) {
    harness.click("item.A03");
    harness.click("item.share");
    harness.click("share.people.OVJ");
    harness.click("share.form.conclusion");
    expect("share");
}

TEST_F(Golden, decision) {
    harness.click("dock.tab.decisions");
    harness.click("decision.V1.open");
    harness.click("decision.option.conditions");
    harness.click("decision.cite.A03");
    expect("decision");
}

TEST_F(Golden, plan) {
    harness.click("dock.tab.plan");
    expect("plan");
}

TEST_F(Golden, swap) {
    show(swap_world("reading"));
    expect("swap");
}

TEST_F(Golden, trainer) {
    show(trainer_world());
    expect("trainer");
}

TEST_F(Golden, end) {
    show(ended_world());
    expect("end");
}

TEST_F(Golden, notices_a_word_that_changed) {
    harness.click("item.A03");
    const auto golden = read_png(golden_file("table"));
    ASSERT_TRUE(golden);
    harness.ui.change({.language = text::Language::en});
    harness.settle();
    Picture shown(harness.width_px, harness.height_px);
    EXPECT_GT(differing_pixels(*golden, harness.picture(), shown),
              harness.width_px * harness.height_px / golden_one_pixel_in);
}

TEST_F(Golden, pictures_are_kept_as_they_were_drawn) {
    const Picture drawn = harness.picture();
    const std::string file = testing::TempDir() + "casustafel-small.png";
    write_png(file, drawn);
    const auto kept = read_png(file);
    ASSERT_TRUE(kept);
    Picture shown(drawn.width(), drawn.height());
    EXPECT_EQ(differing_pixels(*kept, drawn, shown), 0);
}

}  // namespace
}  // namespace casustafel::ui
