#include "client/ui/kit/search.hpp"

#include <gtest/gtest.h>

namespace casustafel::ui {
namespace {

TEST(Search, takes_letters_with_and_without_accents_as_the_same) {
    EXPECT_EQ(folded("Cliënt"), "client");
    EXPECT_EQ(folded("ÉÉN plan"), "een plan");
    EXPECT_TRUE(found_in("Justitiële gegevens", "JUSTITIELE"));
    EXPECT_TRUE(found_in("Justitiele gegevens", "justitiële"));
}

TEST(Search, wants_every_word_in_any_order) {
    EXPECT_TRUE(found_in("Taak van Veilig Thuis", "thuis taak"));
    EXPECT_FALSE(found_in("Taak van Veilig Thuis", "thuis wet"));
    EXPECT_TRUE(found_in("Taak van Veilig Thuis", "  taak "));
    EXPECT_TRUE(found_in("Taak", ""));
}

TEST(Search, leaves_other_letters_and_broken_ones_as_they_are) {
    EXPECT_EQ(folded("↵ ж"), "↵ ж");
    EXPECT_EQ(folded("\xC3"), "\xC3");
    EXPECT_EQ(folded("\xC3z"), "\xC3z");
}

}  // namespace
}  // namespace casustafel::ui
