#include "server/codec/text_check.hpp"

#include <cstdint>

#include "server/codec/limits.hpp"

namespace casustafel::codec {
namespace {

constexpr char32_t invalid = 0xFFFFFFFF;

// Takes one code point from the front; `invalid` for anything that is not shortest-form UTF-8.
char32_t take_character(std::string_view& text) {
    const auto first = static_cast<std::uint8_t>(text[0]);
    text.remove_prefix(1);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || text.size() < static_cast<std::size_t>(more))
        return invalid;
    char32_t character = first & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        const auto next = static_cast<std::uint8_t>(text[static_cast<std::size_t>(i)]);
        if ((next & 0xC0) != 0x80) return invalid;
        character = (character << 6) | (next & 0x3F);
    }
    text.remove_prefix(static_cast<std::size_t>(more));
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return character < least[more] || character > 0x10FFFF || surrogate ? invalid : character;
}

bool disturbs(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool separator = c == 0x2028 || c == 0x2029;
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || separator || direction;
}

bool is_blank(char32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x3000 || c == 0xFEFF;
}

}  // namespace

std::optional<core::Rejection> refusal_of_text(std::string_view text, std::size_t max_characters,
                                               Lines lines) {
    // Four bytes is the longest character: what is longer still need not be read.
    if (text.size() > 4 * max_characters) return core::Rejection::text_too_long;
    std::size_t characters = 0;
    while (!text.empty()) {
        const char32_t character = take_character(text);
        if (character == invalid) return core::Rejection::bad_text;
        if (disturbs(character) && !(character == '\n' && lines == Lines::several))
            return core::Rejection::bad_text;
        ++characters;
    }
    if (characters > max_characters) return core::Rejection::text_too_long;
    return std::nullopt;
}

bool is_name(std::string_view text) {
    if (refusal_of_text(text, limits::name_characters, Lines::one)) return false;
    while (!text.empty())
        if (!is_blank(take_character(text))) return true;
    return false;
}

bool is_id(std::string_view text) {
    return text.size() <= limits::id_bytes && !refusal_of_text(text, limits::id_bytes, Lines::one);
}

}  // namespace casustafel::codec
