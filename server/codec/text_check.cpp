#include "server/codec/text_check.hpp"

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::codec {

std::optional<core::Rejection> take_in(std::string& text, std::size_t max_characters, Lines lines) {
    auto form = text_rules::normalised(text, lines);
    if (!form) return core::Rejection::bad_text;
    text = std::move(*form);
    if (contract::count_characters(text) > max_characters) return core::Rejection::text_too_long;
    return std::nullopt;
}

bool is_id(std::string_view text, std::size_t most_bytes) {
    using text_rules::Standing;
    if (text.size() > most_bytes) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = contract::take_character(text, at);
        if (!character) return false;
        const Standing standing = text_rules::standing_of(*character);
        if (standing != Standing::stays && standing != Standing::depends &&
            standing != Standing::falls_away)
            return false;
    }
    return true;
}

}  // namespace casustafel::codec
