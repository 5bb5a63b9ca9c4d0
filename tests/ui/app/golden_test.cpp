// The main screens as they should look, pixel by pixel: the same fonts (Debian's), the same
// rasterizer on the processor, the same made-up session. Of a picture at most one pixel in five
// thousand may differ by more than 24 of 255 in a channel: that leaves room for another compiler's
// rounding at the edges of letters and for the palette the files have, not for a moved word.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "client/ui/app/app.hpp"
#include "harness.hpp"
#include "png.hpp"
#include "world.hpp"

namespace casustafel::ui {
namespace {

constexpr int most_difference = 24, one_pixel_in = 5000;

int difference(std::uint32_t one, std::uint32_t other) {
    int worst = 0;
    for (int shift = 0; shift < 24; shift += 8)
        worst = std::max(worst, std::abs(static_cast<int>(one >> shift & 0xFF) -
                                         static_cast<int>(other >> shift & 0xFF)));
    return worst;
}

// Grey where nothing changed, red where something did; `count` is how many pixels are red.
Picture compare(const Picture& golden, const Picture& now, int& count) {
    Picture shown(now.width(), now.height());
    count = 0;
    for (int y = 0; y < now.height(); ++y) {
        for (int x = 0; x < now.width(); ++x) {
            const bool differs = difference(golden.at(x, y), now.at(x, y)) > most_difference;
            const std::uint32_t grey = 0x80 + (now.at(x, y) >> 8 & 0xFF) / 2;
            shown.target().pixels[y * now.width() + x] =
                differs ? 0xE00000 : grey << 16 | grey << 8 | grey;
            count += differs ? 1 : 0;
        }
    }
    return shown;
}

std::filesystem::path folder_for_failures() {
    const char* const wanted = std::getenv("CASUSTAFEL_PICTURES");
    const auto folder = wanted != nullptr ? std::filesystem::path(wanted)
                                          : std::filesystem::current_path() / "golden-failures";
    std::filesystem::create_directories(folder);
    return folder;
}

void expect_golden(const std::string& name, const Picture& now) {
    const std::string file = CASUSTAFEL_SOURCE_DIR "/tests/golden/pictures/" + name + ".png";
    if (std::getenv("CASUSTAFEL_REGENERATE") != nullptr) return write_png(file, now);
    const std::string renew =
        "\nIs the new picture right? CASUSTAFEL_REGENERATE=1 test_ui --gtest_filter='Golden*'";
    const auto golden = read_png(file);
    ASSERT_TRUE(golden) << file << " is not there" << renew;
    ASSERT_EQ(golden->width(), now.width()) << name << renew;
    ASSERT_EQ(golden->height(), now.height()) << name << renew;
    int count = 0;
    const Picture shown = compare(*golden, now, count);
    if (count <= now.width() * now.height() / one_pixel_in) return;
    const std::string beside = (folder_for_failures() / name).string();
    write_png(beside + ".new.png", now);
    write_png(beside + ".difference.png", shown);
    ADD_FAILURE() << name << ": " << count << " pixels differ; see " << beside << ".new.png and "
                  << beside << ".difference.png" << renew;
}

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
    harness.type("K7W4MP");
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
    const auto golden = read_png(CASUSTAFEL_SOURCE_DIR "/tests/golden/pictures/table.png");
    ASSERT_TRUE(golden);
    harness.ui.change({.language = text::Language::en});
    harness.settle();
    int count = 0;
    compare(*golden, harness.picture(), count);
    EXPECT_GT(count, harness.width_px * harness.height_px / one_pixel_in);
}

TEST_F(Golden, pictures_are_kept_as_they_were_drawn) {
    const Picture drawn = harness.picture();
    const std::string file = testing::TempDir() + "casustafel-small.png";
    write_png(file, drawn);
    const auto kept = read_png(file);
    ASSERT_TRUE(kept);
    int count = 0;
    compare(*kept, drawn, count);
    EXPECT_EQ(count, 0);
}

}  // namespace
}  // namespace casustafel::ui
