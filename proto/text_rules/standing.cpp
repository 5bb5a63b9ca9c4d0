#include "proto/text_rules/standing.hpp"

#include <utf8proc.h>

namespace casustafel::text_rules {
namespace {

bool is_among(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_line(char32_t c) {
    return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

bool is_control(char32_t c) { return c < 0x20 || is_among(c, 0x7F, 0x9F); }

bool is_no_character(char32_t c) {
    return c > 0x10FFFF || is_among(c, 0xD800, 0xDFFF) || is_among(c, 0xFDD0, 0xFDEF) ||
           (c & 0xFFFE) == 0xFFFE;
}

bool steers_reading(char32_t c) {
    return is_among(c, 0x202A, 0x202E) || is_among(c, 0x2066, 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C || c == 0xFEFF;
}

// Joiners, variation selectors, the tags of which a flag consists, Mongolian variations.
bool hangs_on_another(char32_t c) {
    return c == 0x200C || c == 0x200D || is_among(c, 0xFE00, 0xFE0F) ||
           is_among(c, 0xE0020, 0xE007F) || is_among(c, 0xE0100, 0xE01EF) ||
           is_among(c, 0x180B, 0x180D) || c == 0x180F;
}

// Blank letters of Korean: invisible, and yet letters.
bool is_blank_letter(char32_t c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

bool says_nothing(char32_t c) {
    const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
    return (property->ignorable != 0 && !is_blank_letter(c)) || is_among(c, 0xFFF9, 0xFFFB);
}

}  // namespace

Standing standing_of(char32_t c) {
    if (is_among(c, 0x20, 0x7E)) return Standing::stays;
    if (is_line(c)) return Standing::line;
    if (c == U'\t') return Standing::space;
    if (is_control(c) || is_no_character(c)) return Standing::refused;
    if (steers_reading(c)) return Standing::steers;
    if (hangs_on_another(c)) return Standing::depends;
    return says_nothing(c) ? Standing::falls_away : Standing::stays;
}

bool is_mark(char32_t character) {
    const auto c = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
}

}  // namespace casustafel::text_rules
