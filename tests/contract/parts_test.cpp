// What both sides of the line share: characters, digits, fingerprints, words, reasons, versions.
#include <gtest/gtest.h>

#include <string>

#include "proto/contract/fingerprint.hpp"
#include "proto/contract/hex.hpp"
#include "proto/contract/reasons.hpp"
#include "proto/contract/utf8.hpp"
#include "proto/contract/versions.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::contract {
namespace {

TEST(Utf8, every_character_is_read_as_it_was_written) {
    for (char32_t character = 0; character <= 0x10FFFF; ++character) {
        if (character >= 0xD800 && character <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, character);
        std::size_t at = 0;
        ASSERT_EQ(character, take_character(text, at)) << std::uint32_t{character};
        ASSERT_EQ(text.size(), at);
    }
}

TEST(Utf8, nothing_else_is_a_character) {
    for (const std::string_view wrong :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x91", "\xC3("}) {
        std::size_t at = 0;
        EXPECT_EQ(std::nullopt, take_character(wrong, at)) << to_hex(wrong);
        EXPECT_EQ(0u, at);
        EXPECT_EQ(replacement_character, next_character(wrong, at));
        EXPECT_EQ(1u, at);
    }
}

TEST(Utf8, characters_are_counted_and_cut_whole) {
    EXPECT_EQ(0u, count_characters(""));
    EXPECT_EQ(4u, count_characters("één€"));
    EXPECT_EQ("éé", first_characters("ééé", 2));
    EXPECT_EQ("ééé", first_characters("ééé", 3));
    EXPECT_EQ("é", first_bytes("ééé", 3));
    EXPECT_EQ("ééé", first_bytes("ééé", 6));
    EXPECT_EQ("één€", to_utf8(to_characters("één€")));
}

TEST(Hex, comes_back_as_it_was) {
    const std::string bytes("\0\x7f\x80\xff", 4);
    EXPECT_EQ("007f80ff", to_hex(bytes));
    EXPECT_EQ(bytes, from_hex("007f80ff"));
    EXPECT_EQ("00000000000000ff", to_hex(std::uint64_t{255}));
    EXPECT_EQ(std::nullopt, from_hex("007"));
    EXPECT_EQ(std::nullopt, from_hex("0g"));
}

TEST(Fingerprint, is_fnv_1a) {
    EXPECT_EQ(0xcbf29ce484222325u, fingerprint(""));
    EXPECT_EQ(0xaf63dc4c8601ec8cu, fingerprint("a"));
    EXPECT_EQ(0x85944171f73967e8u, fingerprint("foobar"));
}

TEST(Words, are_the_names_of_their_values) {
    static_assert(count<Truth>() == 3);
    EXPECT_EQ("true", name(Truth::true_));
    EXPECT_EQ("untrue", name(Truth::untrue));
    EXPECT_EQ("unmotivated", name(RefusalReason::unmotivated));
    EXPECT_EQ("privacy", name(RefusalReason::privacy));
    EXPECT_EQ(Mark::refuted, named<Mark>("refuted"));
    EXPECT_EQ(std::nullopt, named<Mark>("refute"));
    EXPECT_EQ(std::nullopt, named<Mark>(""));
    EXPECT_TRUE(std::string("open") == DecisionStatus::open);
    EXPECT_TRUE(std::string("taken") != DecisionStatus::open);
}

TEST(CloseReasons, only_those_that_the_server_gives_have_a_code) {
    EXPECT_EQ(4010, close_code(CloseReason::silent));
    EXPECT_EQ(4011, close_code(CloseReason::sent_away));
    EXPECT_EQ(CloseReason::superseded, reason_of_close_code(4005));
    EXPECT_EQ(std::nullopt, reason_of_close_code(4012));
    EXPECT_EQ(std::nullopt, reason_of_close_code(1006));
}

TEST(Versions, the_newest_that_both_speak_is_spoken) {
    EXPECT_EQ(common_version(oldest_version, newest_version), newest_version);
    EXPECT_EQ(common_version(newest_version, newest_version + 5), newest_version);
    EXPECT_FALSE(common_version(newest_version + 1, newest_version + 5));
    EXPECT_FALSE(common_version(0, oldest_version - 1));
    EXPECT_FALSE(common_version(2, 1));
}

}  // namespace
}  // namespace casustafel::contract
