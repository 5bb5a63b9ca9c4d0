#pragma once
// Reading and writing UTF-8. Every input is hostile: bytes that are no character read as U+FFFD and
// the reading goes on at the next byte, so no string can run it off its end.
#include <string>
#include <string_view>

namespace casustafel::ui {

// Reads the character at `at` and moves `at` behind it; `at` must be inside the text.
char32_t next_character(std::string_view text, std::size_t& at);

// Adds one character.
void append_utf8(std::string& text, char32_t character);

std::u32string to_characters(std::string_view text);
std::string to_utf8(std::u32string_view characters);

}  // namespace casustafel::ui
