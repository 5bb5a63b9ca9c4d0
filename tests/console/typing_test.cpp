// The line that is being typed stays whole whatever is told meanwhile.
#include "client/console/typed/typing.hpp"

#include <gtest/gtest.h>

namespace casustafel::console {
namespace {

using Lines = std::vector<std::string>;

TEST(TypedLine, is_what_was_typed_and_mended) {
    TypedLine line;
    EXPECT_EQ(line.take("deel G04"), Lines{});
    EXPECT_EQ(line.text(), "deel G04");
    EXPECT_EQ(line.take("\x7f\x7f"
                        "3\n"),
              Lines{"deel G3"});
    EXPECT_EQ(line.text(), "");
    line.take("geërgerd\x7f\x7f\x7f\x7f\x7f\x7f");
    EXPECT_EQ(line.text(), "ge");
    line.take(
        "\x15"
        "vraag VT nu \x17");
    EXPECT_EQ(line.text(), "vraag VT ");
}

TEST(TypedLine, leaves_keys_that_send_sequences_out) {
    TypedLine line;
    line.take("ja\x1b[A\x1b[1;5C\x1bOH!");
    EXPECT_EQ(line.text(), "ja!");
}

TEST(TypedLine, ends_on_an_empty_line_only) {
    TypedLine line;
    line.take("half\x04");
    EXPECT_FALSE(line.ended());
    line.take("\n\x04");
    EXPECT_TRUE(line.ended());
}

TEST(TypedLine, gives_several_lines_that_were_pasted) {
    TypedLine line;
    EXPECT_EQ(line.take("een\ntwee\nhalf"), (Lines{"een", "twee"}));
    EXPECT_EQ(line.text(), "half");
}

TEST(Wiping, goes_up_to_where_the_line_began) {
    EXPECT_EQ(wiping(0, 80), "\r\x1b[J");
    EXPECT_EQ(wiping(80, 80), "\r\x1b[J");
    EXPECT_EQ(wiping(81, 80), "\x1b[1A\r\x1b[J");
    EXPECT_EQ(wiping(170, 80), "\x1b[2A\r\x1b[J");
}

}  // namespace
}  // namespace casustafel::console
