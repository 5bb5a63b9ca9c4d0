#pragma once
// How far lines spring in: which of them belong together, and which one is off when they do not
// fit. Pure questions; layout.cpp goes through the file and tells what is wrong.
#include <cstddef>
#include <string_view>
#include <vector>

namespace casustafel::scenario {

// Lines that spring in equally far and belong together.
struct Level {
    enum class Kind { keys, dashes, text };
    std::size_t column = 0;
    Kind kind = Kind::keys;
    std::size_t line = 0;           // of its first entry
    std::size_t entries = 0;        // so far
    bool below_key = false;         // hangs on a key above it, rather than on a dash
    std::size_t last = 0;           // line of its last entry
    std::vector<std::size_t> left;  // columns of the levels that this entry left
    bool after_empty = false;       // whether the entry before it has no value
};

// Whether the last entry of the innermost level should have stood at this column: it left the level
// that stands there, or the one before it has nothing below it.
bool left_too_early(const std::vector<Level>&, std::size_t column);

// Whether the one entry of the innermost level stands where no entry should, and a line at this
// column does not.
bool only_entry_is_off(const std::vector<Level>&, std::size_t column);

// Whether the next line after `number` that does not spring in further stands at the same column.
bool has_sibling_below(const std::vector<std::string_view>& lines, std::size_t number,
                       std::size_t column);

// Whether & or ! stands here with a name, and then no text: refused where the tree is read.
bool names_something(std::string_view line, std::size_t begin);

// Whether a text looks like a key whose colon, or the space behind it, is lost.
bool lacks_colon(std::string_view line, std::size_t column);

}  // namespace casustafel::scenario
