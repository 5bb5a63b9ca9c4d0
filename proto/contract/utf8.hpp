#pragma once
// Reading, writing, counting and cutting UTF-8, for both sides of the line. Every input is hostile:
// no text can run a reader off its end. A character is one Unicode code point, which is what the
// limits of the contract count.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::contract {

// What stands for bytes that are no character.
inline constexpr char32_t replacement_character = 0xFFFD;

// The character that starts at `at`, which moves behind it; nothing, and `at` stays, when the bytes
// there are no shortest-form UTF-8. `at` must be inside the text.
constexpr std::optional<char32_t> take_character(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    if (first < 0xC2 || first > 0xF4) return std::nullopt;
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (at + more >= text.size()) return std::nullopt;
    char32_t character = first & (0x3F >> more);
    for (std::size_t next = at + 1; next <= at + more; ++next) {
        const auto byte = static_cast<unsigned char>(text[next]);
        if ((byte & 0xC0) != 0x80) return std::nullopt;
        character = character << 6 | (byte & 0x3F);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < least[more] || character > 0x10FFFF || surrogate) return std::nullopt;
    at += more + 1;
    return character;
}

// Reads on whatever stands there: a byte that is no character reads as U+FFFD.
constexpr char32_t next_character(std::string_view text, std::size_t& at) {
    const std::optional<char32_t> character = take_character(text, at);
    if (!character) ++at;
    return character.value_or(replacement_character);
}

constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
    return count;
}

// The first of a text: at most so many characters, never half a one.
constexpr std::string_view first_characters(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    while (at < text.size() && most-- > 0) next_character(text, at);
    return text.substr(0, at);
}

// The first of a text: at most so many bytes, never half a character.
constexpr std::string_view first_bytes(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

inline void append_utf8(std::string& text, char32_t character) {
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    const auto rest = [&](int shift) { add(0x80 | (character >> shift & 0x3F)); };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0 | character >> 6), rest(0);
    } else if (character < 0x10000) {
        add(0xE0 | character >> 12), rest(6), rest(0);
    } else {
        add(0xF0 | character >> 18), rest(12), rest(6), rest(0);
    }
}

inline std::u32string to_characters(std::string_view text) {
    std::u32string characters;
    characters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) characters += next_character(text, at);
    return characters;
}

inline std::string to_utf8(std::u32string_view characters) {
    std::string text;
    for (const char32_t character : characters) append_utf8(text, character);
    return text;
}

}  // namespace casustafel::contract
