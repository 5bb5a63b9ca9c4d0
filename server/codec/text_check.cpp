#include "server/codec/text_check.hpp"

#include "proto/contract/utf8.hpp"

namespace casustafel::codec {
namespace {

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
    for (std::size_t at = 0; at < text.size(); ++characters) {
        const auto character = contract::take_character(text, at);
        const bool new_line = character == U'\n' && lines == Lines::several;
        if (!character || (disturbs(*character) && !new_line)) return core::Rejection::bad_text;
    }
    if (characters > max_characters) return core::Rejection::text_too_long;
    return std::nullopt;
}

bool is_name(std::string_view text) {
    if (refusal_of_text(text, contract::limits::join_name_characters, Lines::one)) return false;
    for (std::size_t at = 0; at < text.size();)
        if (!is_blank(contract::next_character(text, at))) return true;
    return false;
}

bool is_id(std::string_view text, std::size_t most_bytes) {
    return text.size() <= most_bytes && !refusal_of_text(text, most_bytes, Lines::one);
}

}  // namespace casustafel::codec
