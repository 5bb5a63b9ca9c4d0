#include "server/scenario/encoding.hpp"

#include <cstdint>
#include <cstdio>

namespace casustafel::scenario {
namespace {

// How many bytes a character has that starts with this byte; 0: it cannot start one.
std::size_t length_of(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool well_formed(char32_t character, std::size_t length) {
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    const bool overlong =
        (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    return !surrogate && !overlong && character <= 0x10FFFF;
}

std::string code_point(char32_t character) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    return name;
}

}  // namespace

std::optional<char32_t> next_character(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_of(first);
    if (length == 0 || at + length > text.size()) return std::nullopt;
    char32_t character = length == 1 ? first : first & (0x7Fu >> length);
    for (std::size_t next = 1; next < length; ++next) {
        const auto byte = static_cast<unsigned char>(text[at + next]);
        if ((byte & 0xC0) != 0x80) return std::nullopt;
        character = (character << 6) | (byte & 0x3Fu);
    }
    if (!well_formed(character, length)) return std::nullopt;
    at += length;
    return character;
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
}

bool may_be_shown(char32_t character) {
    if (character == '\n') return true;
    if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return false;
    const bool separator = character == 0x2028 || character == 0x2029 || character == 0xFEFF;
    const bool direction = (character >= 0x202A && character <= 0x202E) ||
                           (character >= 0x2066 && character <= 0x2069) || character == 0x200E ||
                           character == 0x200F || character == 0x061C;
    return !separator && !direction && (character & 0xFFFE) != 0xFFFE;
}

void check_encoding(std::string_view text, const std::string& file,
                    std::vector<Diagnostic>& diagnostics) {
    Position at;
    int complained_line = 0;
    for (std::size_t byte = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; byte < text.size();) {
        const auto character = next_character(text, byte);
        const bool layout = character == U'\t' || character == U'\r';
        if ((!character || !(layout || may_be_shown(*character))) && complained_line != at.line) {
            complained_line = at.line;
            Sentence message{text::Key::diagnostic_not_utf8, {}};
            if (character)
                message = {text::Key::diagnostic_control_character, {code_point(*character)}};
            diagnostics.push_back({file, at, Severity::error, std::move(message), {}});
        }
        if (!character) ++byte;
        at = character == U'\n' ? Position{at.line + 1, 1} : Position{at.line, at.column + 1};
    }
}

}  // namespace casustafel::scenario
