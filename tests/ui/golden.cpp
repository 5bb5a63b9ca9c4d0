#include "golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/screen/png.hpp"

namespace casustafel::ui {
namespace {

constexpr int most_difference = 24;

int difference(std::uint32_t one, std::uint32_t other) {
    int worst = 0;
    for (int shift = 0; shift < 24; shift += 8)
        worst = std::max(worst, std::abs(static_cast<int>(one >> shift & 0xFF) -
                                         static_cast<int>(other >> shift & 0xFF)));
    return worst;
}

std::filesystem::path folder_for_failures() {
    const char* const wanted = std::getenv("CASUSTAFEL_PICTURES");
    const auto folder = wanted != nullptr ? std::filesystem::path(wanted)
                                          : std::filesystem::current_path() / "golden-failures";
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

std::string golden_file(const std::string& name) {
    return CASUSTAFEL_SOURCE_DIR "/tests/golden/pictures/" + name + ".png";
}

int differing_pixels(const Picture& golden, const Picture& now, Picture& shown) {
    int count = 0;
    for (int y = 0; y < now.height(); ++y) {
        for (int x = 0; x < now.width(); ++x) {
            const bool differs = difference(golden.at(x, y), now.at(x, y)) > most_difference;
            const std::uint32_t grey = 0x80 + (now.at(x, y) >> 8 & 0xFF) / 2;
            shown.target().pixels[y * now.width() + x] =
                differs ? 0xE00000 : grey << 16 | grey << 8 | grey;
            count += differs ? 1 : 0;
        }
    }
    return count;
}

void expect_golden(const std::string& name, const Picture& now) {
    const std::string file = golden_file(name);
    if (std::getenv("CASUSTAFEL_REGENERATE") != nullptr) return write_png(file, now);
    const std::string renew =
        "\nIs the new picture right? CASUSTAFEL_REGENERATE=1 test_ui --gtest_filter='*Golden*'";
    const auto golden = read_png(file);
    ASSERT_TRUE(golden) << file << " is not there" << renew;
    ASSERT_EQ(golden->width(), now.width()) << name << renew;
    ASSERT_EQ(golden->height(), now.height()) << name << renew;
    Picture shown(now.width(), now.height());
    const int count = differing_pixels(*golden, now, shown);
    if (count <= now.width() * now.height() / golden_one_pixel_in) return;
    const std::string beside = (folder_for_failures() / name).string();
    write_png(beside + ".new.png", now);
    write_png(beside + ".difference.png", shown);
    ADD_FAILURE() << name << ": " << count << " pixels differ; see " << beside << ".new.png and "
                  << beside << ".difference.png" << renew;
}

}  // namespace casustafel::ui
