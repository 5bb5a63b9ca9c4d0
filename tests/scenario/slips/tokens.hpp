#pragma once
// Where the words and signs of a sound case stand, so that a slip of the pen can be made at one of
// them. It reads only files that are in order, one line at a time; what stands in a block of text
// (after > or |) is not taken apart. It shares nothing with the reader that it helps to test.
#include <cstddef>
#include <string>
#include <vector>

namespace casustafel::scenario::slips {

using Lines = std::vector<std::string>;

struct Token {
    enum class Kind { dash, key, colon, open, close, comma, plain, quoted };
    Kind kind = Kind::plain;
    std::size_t line = 0, begin = 0, end = 0;  // bytes of this line, from 0
    int depth = 0;                             // brackets and braces open before it
    std::string under;                         // of a value: its key
};

struct Page {
    Lines lines;
    std::vector<Token> tokens;
    std::vector<bool>
        text;  // whether this line belongs to a block of text, or is a remark or empty
};

Lines lines_of(const std::string& text);
std::string joined(const Lines&);
std::size_t indentation(const std::string& line);
std::string spelled(const Page&, const Token&);

Page page_of(const std::string& text);

}  // namespace casustafel::scenario::slips
