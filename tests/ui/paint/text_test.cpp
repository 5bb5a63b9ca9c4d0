#include <gtest/gtest.h>

#include <random>

#include "client/ui/paint/text_layout.hpp"
#include "client/ui/panel/panel.hpp"
#include "proto/contract/utf8.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

std::string random_text(std::mt19937& random) {
    const char* parts[] = {"a", "Veiligheidshuis", " ", " ", "  ", "\n", "é", "“ja”",
                           "€", "overeenkomst",    "i", "—", "W"};
    std::string text;
    const std::size_t count = random() % 60;
    for (std::size_t index = 0; index < count; ++index) text += parts[random() % std::size(parts)];
    return text;
}

TEST(Text, keeps_the_two_halves_of_a_code_on_one_line) {
    Harness harness(100, 100, [](Ui&) {});
    Fonts& fonts = harness.ui.draw().fonts();
    const std::string words = "in oefening " + code_text("JD3VVX");
    EXPECT_EQ(as_read(words), "in oefening JD3 VVX");
    const Stretch runs[] = {{words, Type::body}};
    const auto lines = wrap(fonts, runs, fonts.width(Type::body, "in oefening JD3 ") + 1);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].pieces.size(), 1U);
    for (const Type type : {Type::body, Type::countdown})
        EXPECT_NEAR(fonts.width(type, U'\u00a0'), fonts.width(type, U' '), 0.1F);
}

TEST(Text, wraps_every_text_inside_its_measure) {
    Harness harness(100, 100, [](Ui&) {});
    Fonts& fonts = harness.ui.draw().fonts();
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const std::string first = random_text(random), second = random_text(random);
        const Stretch runs[] = {{first, Type::body}, {second, Type::strong}};
        const float measure = 20 + static_cast<float>(random() % 300);
        std::string seen;
        for (const TextLine& line : wrap(fonts, runs, measure)) {
            float end = 0;
            for (const Piece& piece : line.pieces) {
                const std::string_view words =
                    runs[piece.run].text.substr(piece.begin, piece.end - piece.begin);
                seen += words;
                if (words.find_first_not_of(' ') != std::string_view::npos)
                    end = piece.x + piece.width;
            }
            EXPECT_LE(end, measure + 0.1F) << first << second;
        }
        // No character but spaces and line feeds is lost.
        const auto letters = [](std::string text) {
            std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n'; });
            return text;
        };
        EXPECT_EQ(letters(seen), letters(first + second));
    }
}

TEST(Text, keeps_a_word_whole_that_fits_on_a_line) {
    Harness harness(100, 100, [](Ui&) {});
    Fonts& fonts = harness.ui.draw().fonts();
    const Stretch run{"de wijkagent belt"};
    const auto lines = wrap(fonts, {&run, 1}, fonts.width(Type::body, "wijkagent") + 4);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].pieces.front().begin, 3U);
}

TEST(Text, says_beforehand_how_high_a_paragraph_will_be) {
    float said = 0, used = 0;
    Harness harness(300, 300, [&](Ui& ui) {
        const std::string text =
            "Mirjam deed in maart en in juni aangifte.\n\nDaarna belde zij de politie om die in te "
            "trekken.";
        said = ui.draw().paragraph_height(140, text, Type::body);
        used = ui.draw().paragraph({10, 10, 150, 290}, text, {});
    });
    EXPECT_EQ(said, used);
    EXPECT_GT(used, 100);
    EXPECT_EQ(text_faults(harness.ui), "");
}

TEST(Text, shortens_with_an_ellipsis_and_says_so) {
    Harness harness(300, 100, [](Ui& ui) {
        ui.draw().line({10, 10, 90, 30}, "Vrijlating van Ronald", {});
    });
    ASSERT_EQ(harness.ui.record().texts().size(), 1U);
    const DrawnText& text = harness.ui.record().texts().front();
    EXPECT_TRUE(text.shortened);
    EXPECT_TRUE(text.text.ends_with("…"));
    EXPECT_LE(text.rect.right, 90.1F);
}

TEST(Text, records_what_is_clipped) {
    Harness harness(300, 100, [](Ui& ui) {
        ui.draw().push_clip({0, 0, 300, 20});
        ui.draw().line({10, 10, 200, 40}, "half", {});
        ui.draw().pop_clip();
    });
    EXPECT_TRUE(harness.ui.record().texts().front().clipped);
    EXPECT_NE(text_faults(harness.ui), "");
}

TEST(Text, brings_letters_into_the_atlas_when_somebody_types_them) {
    Harness harness(300, 100, [](Ui& ui) {
        ui.draw().line({10, 10, 290, 40}, "Žižek, Łukasz", {});
    });
    Fonts& fonts = harness.ui.draw().fonts();
    const DrawnSign sign = fonts.sign(Type::body, std::u32string_view(U"Ž"));
    ASSERT_EQ(sign.count, 1U);
    EXPECT_EQ(sign.glyphs[0]->Codepoint, std::uint32_t{U'Ž'});
}

TEST(Text, shows_a_box_for_what_no_font_has_and_stays_at_rest) {
    Harness harness(300, 100, [](Ui& ui) {
        ui.draw().line({10, 10, 290, 40}, "\xF0\x9F\x98\x80 \xFF kapot", {});
    });
    EXPECT_EQ(text_faults(harness.ui), "");
    EXPECT_FALSE(harness.ui.wants_another_frame());
}

TEST(Utf8, reads_any_bytes_without_running_off_the_end) {
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (std::size_t index = random() % 12; index > 0; --index)
            bytes += static_cast<char>(random());
        const std::string again = contract::to_utf8(contract::to_characters(bytes));
        EXPECT_EQ(contract::to_utf8(contract::to_characters(again)), again);
    }
    EXPECT_EQ(contract::to_utf8(contract::to_characters("Één €, \xF0\x9F\x98\x80")),
              "Één €, \xF0\x9F\x98\x80");
    EXPECT_EQ(contract::to_characters("\xC0\xAF").size(), 2U);
    EXPECT_EQ(contract::to_characters("\xED\xA0\x80")[0], U'\uFFFD');
}

}  // namespace
}  // namespace casustafel::ui
