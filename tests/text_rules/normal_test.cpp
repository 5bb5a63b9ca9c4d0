#include "proto/text_rules/normal.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "proto/text_rules/standing.hpp"
#include "random_text.hpp"

namespace casustafel::text_rules {
namespace {

constexpr Lines both[] = {Lines::one, Lines::several};

TEST(Normal, form_of_a_form_is_itself_and_nothing_in_it_may_not_be) {
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        RandomText random(seed);
        const std::string text = random.text(24, seed % 3 == 0);
        for (const Lines lines : both) {
            const std::string once = mended(text, lines);
            ASSERT_EQ(once, mended(once, lines)) << "seed " << seed;
            ASSERT_EQ(once, normalised(once, lines)) << "seed " << seed;
            for (const char32_t c : contract::to_characters(once)) {
                const bool feed = c == U'\n' && lines == Lines::several;
                const Standing standing = standing_of(c);
                ASSERT_TRUE(feed || standing == Standing::stays || standing == Standing::depends)
                    << "seed " << seed << ": " << std::hex << std::uint32_t{c};
            }
        }
    }
}

// A window mends what is pasted and the server judges it: they must come to the same.
TEST(Normal, form_of_the_door_is_what_a_window_made_beforehand_or_a_refusal) {
    std::size_t taken = 0;
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        RandomText random(seed);
        const std::string text = random.text(6, seed % 5 == 0);
        for (const Lines lines : both) {
            const auto at_the_door = normalised(text, lines);
            if (!at_the_door) continue;
            ++taken;
            ASSERT_EQ(*at_the_door, mended(text, lines)) << "seed " << seed;
            ASSERT_EQ(count(text, lines), contract::count_characters(*at_the_door));
        }
    }
    EXPECT_GT(taken, 10'000U);
}

TEST(Normal, form_of_every_single_character_is_stable) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text = "a";
        contract::append_utf8(text, c);
        const std::string once = mended(text, Lines::several);
        ASSERT_EQ(once, mended(once, Lines::several)) << std::hex << std::uint32_t{c};
        ASSERT_EQ(standing_of(c) == Standing::refused, !normalised(text, Lines::several));
    }
}

TEST(Normal, form_composes_breaks_lines_and_drops_what_means_nothing) {
    EXPECT_EQ(mended("e\u0301", Lines::one), "é");
    EXPECT_EQ(mended("\u2126", Lines::one), "Ω");
    EXPECT_EQ(mended("a\u202Ab\u202C\uFEFFc\u00AD\u200Bd\u2060", Lines::one), "abcd");
    EXPECT_EQ(mended("a\r\nb\rc\u2028d\u2029e\u0085f\vg\n\n", Lines::several),
              "a\nb\nc\nd\ne\nf\ng\n\n");
    EXPECT_EQ(mended("a\r\nb\u2028c\td", Lines::one), "a b c d");
    EXPECT_EQ(mended("e\u200B\u0301", Lines::one), "é");
    EXPECT_EQ(mended("a\x1B[2J\xFF", Lines::one), "a [2J\uFFFD");
}

TEST(Normal, form_keeps_families_flags_and_persian_whole) {
    for (const char* whole :
         {"👨‍👩‍👧‍👦", "👍🏽", "👩🏽‍🚒", "🇳🇱", "❤️", "1️⃣",
          "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "می‌خواهم",
          "क्‍ष", "a\u00A0b"})
        EXPECT_EQ(mended(whole, Lines::one), whole);
    EXPECT_EQ(mended("a\u200Db \uFE0F\U000E0067", Lines::one), "ab ");
}

TEST(Normal, form_has_no_tower_of_accents_and_does_not_take_long_to_find_one) {
    std::string tower = "a";
    for (int mark = 0; mark < 20'000; ++mark) tower += mark % 2 == 0 ? "\u0301" : "\u0323";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(normalised(tower, Lines::one));
    EXPECT_LE(count(tower), most_marks + 1);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

TEST(Normal, length_counts_characters_of_the_form) {
    EXPECT_EQ(count("e\u0301"), 1U);
    EXPECT_EQ(count("👨‍👩‍👧"), 5U);
    EXPECT_EQ(excess("abc", 3), 0U);
    EXPECT_EQ(excess("ëëëë", 3), 1U);
    EXPECT_EQ(excess("e\u0301e\u0301e\u0301", 3), 0U);
}

}  // namespace
}  // namespace casustafel::text_rules
