#include "client/ui/paint/theme.hpp"

#include <gtest/gtest.h>

namespace casustafel::ui {
namespace {

TEST(Theme, computes_the_contrast_of_black_on_white_as_21) {
    EXPECT_NEAR(contrast_ratio({0, 0, 0}, {255, 255, 255}), 21, 1e-9);
    EXPECT_NEAR(contrast_ratio({119, 119, 119}, {255, 255, 255}), 4.48, 0.01);
}

TEST(Theme, keeps_every_word_readable_on_every_ground_it_stands_on) {
    for (const TextPair pair : text_pairs()) {
        const auto ratio = [&](Contrast contrast) {
            return contrast_ratio(colour(pair.text, contrast), colour(pair.ground, contrast));
        };
        const auto say = [&] {
            return "token " + std::to_string(static_cast<int>(pair.text)) + " on " +
                   std::to_string(static_cast<int>(pair.ground));
        };
        EXPECT_GE(ratio(Contrast::light), 4.5) << say();
        EXPECT_GE(ratio(Contrast::high), 7) << say();
    }
}

TEST(Theme, keeps_borders_and_the_ring_visible) {
    for (const Contrast contrast : {Contrast::light, Contrast::high}) {
        for (const Token token : {Token::control_border, Token::focus, Token::scrollbar}) {
            EXPECT_GE(contrast_ratio(colour(token, contrast), colour(Token::surface, contrast)), 3);
            EXPECT_GE(contrast_ratio(colour(token, contrast), colour(Token::canvas, contrast)), 3);
        }
    }
    // Words of what cannot be used are exempt from 4.5, not from being found.
    EXPECT_GE(contrast_ratio(colour(Token::disabled, Contrast::light),
                             colour(Token::disabled_ground, Contrast::light)),
              3.9);
    EXPECT_GE(contrast_ratio(colour(Token::disabled, Contrast::high),
                             colour(Token::disabled_ground, Contrast::high)),
              7);
}

TEST(Theme, matches_the_ratios_the_look_promises) {
    const auto on_white = [](Token token) {
        return contrast_ratio(colour(token, Contrast::light), {255, 255, 255});
    };
    EXPECT_NEAR(on_white(Token::text), 16.4, 0.1);
    EXPECT_NEAR(on_white(Token::text_2), 7.0, 0.1);
    EXPECT_NEAR(on_white(Token::accent), 7.8, 0.1);
    EXPECT_NEAR(on_white(Token::attention), 7.2, 0.1);
}

}  // namespace
}  // namespace casustafel::ui
