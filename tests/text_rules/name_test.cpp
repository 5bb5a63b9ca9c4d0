#include "proto/text_rules/name.hpp"

#include <gtest/gtest.h>

#include "proto/text_rules/folding.hpp"
#include "random_text.hpp"

namespace casustafel::text_rules {
namespace {

constexpr std::size_t most = 40;

TEST(Name, is_one_visible_line_of_a_reasonable_length) {
    EXPECT_EQ(as_name("Noor de Vries-Öztürk", most), "Noor de Vries-Öztürk");
    EXPECT_EQ(as_name("  Noor \u00A0 de\tVries ", most), "Noor de Vries");
    EXPECT_EQ(as_name("Ка\u202Eтя\n", most), "Катя");
    EXPECT_EQ(as_name("محمد", most), "محمد");
    EXPECT_EQ(as_name("👍🏽", most), "👍🏽");
    EXPECT_TRUE(as_name(std::string(most, 'n'), most));
    EXPECT_FALSE(as_name(std::string(most + 1, 'n'), most));
    EXPECT_FALSE(as_name("a\x1B", most));
    EXPECT_FALSE(as_name("\xFF", most));
}

TEST(Name, is_nothing_when_nothing_of_it_is_drawn) {
    static constexpr char32_t blank[] = {U' ',   0xA0,   0xAD,   0x301,  0x115F,  0x1160, 0x180E,
                                         0x2000, 0x200B, 0x200D, 0x202E, 0x2060,  0x2800, 0x3000,
                                         0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0100, 0xE000, 0x34F,
                                         0xFFFD, U'\t',  U'\n',  0x2028, 0x17B4};
    for (std::uint64_t seed = 1; seed <= 5'000; ++seed) {
        RandomText random(seed);
        std::string name;
        for (std::size_t left = random.below(6); left > 0; --left)
            contract::append_utf8(name, blank[random.below(std::size(blank))]);
        ASSERT_FALSE(as_name(name, most)) << "seed " << seed;
    }
}

TEST(Name, of_a_name_is_itself) {
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        RandomText random(seed);
        const auto name = as_name(random.text(10), most);
        if (!name) continue;
        ASSERT_EQ(as_name(*name, most), name) << "seed " << seed;
        ASSERT_TRUE(is_drawn(*name));
    }
}

TEST(Name, with_a_number_fits_and_is_another_one) {
    for (std::uint64_t seed = 1; seed <= 5'000; ++seed) {
        RandomText random(seed);
        const auto name = as_name(random.text(most), most);
        if (!name) continue;
        const std::string second = numbered(*name, 2, most);
        ASSERT_LE(contract::count_characters(second), most);
        ASSERT_NE(look_of(second), look_of(numbered(*name, 3, most))) << "seed " << seed;
    }
    EXPECT_EQ(numbered("Noor", 2, most), "Noor (2)");
}

}  // namespace
}  // namespace casustafel::text_rules
