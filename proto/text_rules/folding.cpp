#include "proto/text_rules/folding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::text_rules {
namespace {

constexpr auto fold = static_cast<utf8proc_option_t>(
    UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
    UTF8PROC_STRIPMARK | UTF8PROC_LUMP);

// Letters with a stroke through them, which Unicode does not take apart.
struct Pair {
    char32_t from;
    std::string_view to;
};
constexpr Pair strokes[] = {{0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"},
                            {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x167, "t"}};

// What looks like a Latin small letter, once accents and capitals are gone.
constexpr Pair lookalikes[] = {{U'0', "o"},  {U'1', "l"},  {U'i', "l"},  {U'|', "l"},  {0x3B1, "a"},
                               {0x3B9, "l"}, {0x3BD, "v"}, {0x3BF, "o"}, {0x3C1, "p"}, {0x3C5, "u"},
                               {0x3C7, "x"}, {0x3BA, "k"}, {0x3C4, "t"}, {0x3B5, "e"}, {0x3B7, "n"},
                               {0x3B2, "b"}, {0x3BC, "m"}, {0x3B6, "z"}, {0x3B3, "y"}, {0x430, "a"},
                               {0x432, "b"}, {0x435, "e"}, {0x43A, "k"}, {0x43C, "m"}, {0x43D, "h"},
                               {0x43E, "o"}, {0x440, "p"}, {0x441, "c"}, {0x442, "t"}, {0x443, "y"},
                               {0x445, "x"}, {0x455, "s"}, {0x456, "l"}, {0x458, "j"}, {0x4BB, "h"},
                               {0x501, "d"}, {0x51B, "q"}, {0x51D, "w"}, {0x4CF, "l"}};

// Capitals whose small letter looks like another one.
constexpr Pair capital_lookalikes[] = {{0x397, "H"}, {0x39C, "M"}, {0x39D, "N"}, {0x3A5, "Y"}};

const Pair* find(const auto& pairs, char32_t c) {
    const auto* found = std::find_if(std::begin(pairs), std::end(pairs),
                                     [&](const Pair& p) { return p.from == c; });
    return found == std::end(pairs) ? nullptr : found;
}

std::string folded_afresh(char32_t c) {
    std::array<utf8proc_int32_t, 32> parts{};
    int last = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                                static_cast<utf8proc_ssize_t>(parts.size()), fold, &last);
    std::string text;
    for (utf8proc_ssize_t at = 0; at < count && at < std::ssize(parts); ++at) {
        const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(at)]);
        if (const Pair* plain = find(strokes, part))
            text += plain->to;
        else if (part >= 0x20)
            contract::append_utf8(text, part);
    }
    const Standing standing = standing_of(c);
    return standing == Standing::line || standing == Standing::space ? " " : text;
}

// Latin letters, which most texts are of, are taken apart once.
const std::string& folded_letter(char32_t c) {
    static const auto known = [] {
        std::array<std::string, 0x300> made;
        for (std::size_t each = 0; each < made.size(); ++each)
            made[each] = folded_afresh(static_cast<char32_t>(each));
        return made;
    }();
    thread_local std::string other;
    return c < known.size() ? known[c] : other = folded_afresh(c);
}

// Every character that is in the table, by what stands beside it.
std::string replaced(std::string_view text, const auto& pairs) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const Pair* alike = find(pairs, contract::next_character(text, at));
        result += alike ? alike->to : text.substr(from, at - from);
    }
    return result;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (const auto character = contract::take_character(text, at))
            plain += folded_letter(*character);
        else
            plain += text[from], ++at;
    }
    return plain;
}

std::string look_of(std::string_view name) {
    const std::string plain = replaced(folded(replaced(name, capital_lookalikes)), lookalikes);
    std::string look;
    for (const char c : plain)
        if (c != ' ' || (!look.empty() && look.back() != ' ')) look += c;
    while (look.ends_with(' ')) look.pop_back();
    return look;
}

}  // namespace casustafel::text_rules
