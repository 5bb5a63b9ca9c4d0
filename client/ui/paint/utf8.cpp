#include "client/ui/paint/utf8.hpp"

namespace casustafel::ui {
namespace {

constexpr char32_t replacement = 0xFFFD;

int continuation_bytes(unsigned char first) {
    if (first >= 0xC2 && first < 0xE0) return 1;
    if (first >= 0xE0 && first < 0xF0) return 2;
    if (first >= 0xF0 && first < 0xF5) return 3;
    return -1;
}

bool well_formed(char32_t character, int more) {
    if (more == 2) return character >= 0x800 && (character < 0xD800 || character > 0xDFFF);
    return more == 1 || (character >= 0x10000 && character <= 0x10FFFF);
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first;
    const int more = continuation_bytes(first);
    if (more < 0 || at + static_cast<std::size_t>(more) > text.size()) return replacement;
    char32_t character = first & (0x3F >> more);
    for (int index = 0; index < more; ++index) {
        const auto byte = static_cast<unsigned char>(text[at + static_cast<std::size_t>(index)]);
        if ((byte & 0xC0) != 0x80) return replacement;
        character = character << 6 | (byte & 0x3F);
    }
    if (!well_formed(character, more)) return replacement;
    at += static_cast<std::size_t>(more);
    return character;
}

void append_utf8(std::string& text, char32_t character) {
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0 | character >> 6);
        add(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        add(0xE0 | character >> 12);
        add(0x80 | (character >> 6 & 0x3F));
        add(0x80 | (character & 0x3F));
    } else {
        add(0xF0 | character >> 18);
        add(0x80 | (character >> 12 & 0x3F));
        add(0x80 | (character >> 6 & 0x3F));
        add(0x80 | (character & 0x3F));
    }
}

std::u32string to_characters(std::string_view text) {
    std::u32string characters;
    characters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) characters += next_character(text, at);
    return characters;
}

std::string to_utf8(std::u32string_view characters) {
    std::string text;
    for (const char32_t character : characters) append_utf8(text, character);
    return text;
}

}  // namespace casustafel::ui
