#include "proto/text_rules/name.hpp"

#include <utf8proc.h>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"
#include "proto/text_rules/normal.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::text_rules {
namespace {

bool is_space(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

bool has_ink(char32_t c) {
    if (standing_of(c) != Standing::stays || is_mark(c)) return false;
    if (c == 0x2800 || c == contract::replacement_character) return false;
    const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
    if (property->ignorable != 0) return false;
    const auto kind = property->category;
    return kind != UTF8PROC_CATEGORY_CN && kind != UTF8PROC_CATEGORY_ZS &&
           kind != UTF8PROC_CATEGORY_CF && kind != UTF8PROC_CATEGORY_CO;
}

}  // namespace

bool is_drawn(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (has_ink(contract::next_character(text, at))) return true;
    return false;
}

std::optional<std::string> as_name(std::string_view text, std::size_t most_characters) {
    const auto form = normalised(text, Lines::one);
    if (!form || !is_drawn(*form)) return std::nullopt;
    std::string name, spaces;
    for (std::size_t at = 0; at < form->size();) {
        const std::size_t from = at;
        const char32_t c = contract::next_character(*form, at);
        const std::string_view sign = std::string_view(*form).substr(from, at - from);
        if (is_space(c)) {
            if (!name.empty() && spaces.empty()) spaces = sign;
        } else {
            name.append(spaces).append(sign);
            spaces.clear();
        }
    }
    // A mark that stood behind a space that went stands behind a letter now.
    const auto settled = normalised(name, Lines::one);
    if (!settled || contract::count_characters(*settled) > most_characters) return std::nullopt;
    return settled;
}

std::string numbered(std::string_view name, std::size_t number, std::size_t most_characters) {
    const std::string behind = " (" + std::to_string(number) + ")";
    return std::string(first_clusters(name, most_characters - behind.size())) + behind;
}

}  // namespace casustafel::text_rules
