// What each sign of a text is drawn as: letters, a picture, or a box with a code; never as another
// character, and as wide as it was measured.
#include <gtest/gtest.h>

#include <random>

#include "client/ui/paint/fonts.hpp"
#include "client/ui/paint/pictograms.hpp"
#include "client/ui/paint/text_layout.hpp"
#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

class Sign : public testing::Test {
protected:
    Harness harness{240, 60, [](Ui&) {}};
    Fonts& fonts = harness.ui.draw().fonts();

    DrawnSign drawn(std::u32string_view cluster) { return fonts.sign(Type::body, cluster); }
};

TEST_F(Sign, of_latin_greek_and_cyrillic_is_its_letter) {
    const std::pair<char32_t, char32_t> alphabets[] = {
        {0x21, 0x7E}, {0xA1, 0xAC}, {0xAE, 0x17F}, {0x391, 0x3A1}, {0x3B1, 0x3C9}, {0x400, 0x45F}};
    for (const auto& [first, last] : alphabets)
        for (char32_t c = first; c <= last; ++c) {
            const DrawnSign sign = drawn({&c, 1});
            EXPECT_EQ(sign.boxed, 0U) << std::hex << std::uint32_t{c};
            ASSERT_EQ(sign.count, 1U);
            EXPECT_EQ(sign.glyphs[0]->Codepoint, std::uint32_t{c});
        }
}

TEST_F(Sign, of_one_colour_is_drawn) {
    for (const char32_t c : U"→↔⇒✓✗✔✘★☆☎☐☑☒♥♦♪⚠☺☹❤€½≠≤±°•…№™©")
        if (c != 0) {
            EXPECT_EQ(drawn({&c, 1}).boxed, 0U) << std::hex << std::uint32_t{c};
        }
}

TEST_F(Sign, of_an_emoji_is_its_picture_and_of_a_flag_its_letters) {
    for (const Pictogram& each : pictograms) {
        const DrawnSign sign = drawn({&each.character, 1});
        ASSERT_EQ(sign.count, 1U) << std::hex << std::uint32_t{each.character};
        EXPECT_EQ(sign.glyphs[0]->Codepoint, std::uint32_t{each.picture});
    }
    EXPECT_EQ(drawn(U"👍🏽").count, 1U);
    EXPECT_EQ(drawn(U"👨‍👩‍👧‍👦").count, 4U);
    EXPECT_EQ(drawn(U"❤️").boxed, 0U);
    const DrawnSign flag = drawn(U"🇳🇱");
    ASSERT_EQ(flag.count, 2U);
    EXPECT_EQ(flag.glyphs[0]->Codepoint, std::uint32_t{U'N'});
    EXPECT_TRUE(flag.framed);
}

TEST_F(Sign, that_no_font_holds_is_a_box_with_its_own_code) {
    for (const char32_t c : {U'م', U'中', U'한', U'ก', char32_t{0x1F98A}, char32_t{0x12000},
                             char32_t{0xF013}, char32_t{0x10FFFF}}) {
        const DrawnSign sign = drawn({&c, 1});
        EXPECT_EQ(sign.boxed, c);
        EXPECT_EQ(sign.count, 0U);
        EXPECT_GT(sign.advance_px, 8);
    }
}

// Any character at all: drawn as itself, as a picture of it, or as a box with its code.
TEST_F(Sign, of_any_character_is_never_another_one) {
    std::mt19937 engine{7};
    std::u32string all;
    for (int each = 0; each < 3'000; ++each)
        all += static_cast<char32_t>(engine() % (each % 2 == 0 ? 0x3000 : 0x110000));
    for (const char32_t c : all) {
        const DrawnSign sign = fonts.sign(Type::body, {&c, 1});
        if (sign.boxed != 0) {
            ASSERT_EQ(sign.boxed, c);
        } else if (sign.count > 0 && picture_of(c) == 0 && !sign.framed) {
            ASSERT_EQ(sign.glyphs[0]->Codepoint, std::uint32_t{c});
        }
    }
}

TEST_F(Sign, are_together_as_wide_as_their_text) {
    for (const char* text :
         {"Noël 🇳🇱 محمد", "Катя: Ελένη 👍🏽", "q\u0323\u0308 中文", "plain"}) {
        float sum = 0;
        const std::string_view all(text);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = text_rules::cluster_end(all, at);
            sum += fonts.sign(Type::body, all.substr(at, end - at)).advance_px / fonts.scale();
            at = end;
        }
        EXPECT_NEAR(sum, fonts.width(Type::body, all), 0.01F);
        float widths = 0;
        for (const float each : character_widths(fonts, Type::body, contract::to_characters(all)))
            widths += each;
        EXPECT_NEAR(widths, sum, 0.01F);
    }
}

}  // namespace
}  // namespace casustafel::ui
