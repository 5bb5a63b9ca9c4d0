#pragma once
// Lines of a file and the small questions about them that reading its layout asks.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/diagnostic.hpp"

namespace casustafel::scenario {

// The lines without their ends; a carriage return is part of the end.
std::vector<std::string_view> split_lines(std::string_view text);

// The number of spaces a line begins with.
std::size_t indentation_of(std::string_view line);

// Whether there is nothing to read: empty, spaces, or a remark.
bool is_blank_or_remark(std::string_view line);

// The place of a byte of a line; lines count from 0 here, positions from 1.
Position place_of(std::string_view line, std::size_t number, std::size_t byte);

// A key at this byte, without its colon; empty when none stands there. A colon counts when a space
// or the end of the line follows.
std::string_view key_at(std::string_view line, std::size_t byte);

// The letters, digits, - and _ at this byte.
std::string_view word_at(std::string_view line, std::size_t byte);

// Where the text from `byte` on ends: before a remark, without spaces at its end.
std::size_t end_of_text(std::string_view line, std::size_t byte);

// The bytes of a space of another kind at this byte (no-break, thin, ideographic …), or 0.
std::size_t odd_space_at(std::string_view line, std::size_t byte);

}  // namespace casustafel::scenario
