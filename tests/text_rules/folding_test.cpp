#include "proto/text_rules/folding.hpp"

#include <gtest/gtest.h>

#include "proto/text_rules/normal.hpp"
#include "random_text.hpp"

namespace casustafel::text_rules {
namespace {

TEST(Folding, makes_the_same_what_looks_the_same_to_who_searches) {
    for (const char* written : {"cliënt", "CLIËNT", "clie\u0308nt", "cli\u00ADënt", "cli\u200Bënt",
                                "\uFEFFcliënt", "ｃｌｉｅｎｔ", "cl\u2060ient"})
        EXPECT_EQ(folded(written), "client") << written;
    EXPECT_EQ(folded("een\u00A0twee\u2009drie\u3000vier"), "een twee drie vier");
    EXPECT_EQ(folded("één\ntwee\tdrie"), "een twee drie");
    EXPECT_EQ(folded("Straße Æsir Øre Łódź ĳs ﬁets"), "strasse aesir ore lodz ijs fiets");
    EXPECT_EQ(folded("Ελλάς"), folded("ΕΛΛΑΣ"));
    EXPECT_EQ(folded("Ёлка"), folded("елка"));
    EXPECT_EQ(folded("l\u2019enfant"), folded("l'enfant"));
    EXPECT_EQ(folded("\xC3z"), "\xC3z");
}

// However it is typed, it is found: the form at the door makes no difference.
TEST(Folding, is_the_same_before_and_after_the_door_and_twice) {
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        RandomText random(seed);
        const auto text = normalised(random.text(12), Lines::one);
        if (!text) continue;
        ASSERT_EQ(folded(*text), folded(folded(*text))) << "seed " << seed;
        std::string hidden;
        for (const char32_t c : contract::to_characters(*text)) {
            contract::append_utf8(hidden, c);
            static constexpr char32_t nothing[] = {0xAD, 0x200B, 0x2060, 0xFEFF, 0x202A, 0x0301};
            if (random.below(2) == 0) contract::append_utf8(hidden, nothing[random.below(6)]);
        }
        ASSERT_EQ(folded(hidden), folded(*text)) << "seed " << seed;
    }
}

TEST(Look, of_names_that_look_alike_is_the_same) {
    for (const char* other :
         {"noor", "NOOR", "Nооr", "Νοοr", "No\u200Bor", " Noor ", "N00r", "Nóór"})
        EXPECT_EQ(look_of(other), look_of("Noor")) << other;
    EXPECT_EQ(look_of("Jan  de\u00A0Vries"), look_of("Jan de Vries"));
    EXPECT_EQ(look_of("Ilse"), look_of("llse"));
    EXPECT_NE(look_of("Noor"), look_of("Nora"));
    EXPECT_NE(look_of("Jan 2"), look_of("Jan 3"));
}

}  // namespace
}  // namespace casustafel::text_rules
