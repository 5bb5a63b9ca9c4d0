#include "proto/text_rules/normal.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::text_rules {
namespace {

constexpr char32_t first_that_composes = 0x300, zero_width_joiner = 0x200D, black_flag = 0x1F3F4;

bool is_pictogram(char32_t c) {
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass ==
           UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

bool is_joiner(char32_t c) { return c == zero_width_joiner || c == 0x200C; }

// In these scripts a joiner between two letters changes how they are written.
bool joins_letters(char32_t c) { return c >= 0x0600 && c < 0x1E00; }

bool hangs_well(char32_t before, char32_t c) {
    if (before == 0 || standing_of(before) == Standing::line) return false;
    if (is_tag(c)) return before == black_flag || is_tag(before);
    if (is_joiner(c))
        return is_mark(before) || is_pictogram(before) || joins_letters(before) ||
               (before >= 0x1F3FB && before <= 0x1F3FF);
    const auto kind = utf8proc_category(static_cast<utf8proc_int32_t>(before));
    return kind != UTF8PROC_CATEGORY_ZS && standing_of(before) == Standing::stays;
}

bool is_accent(char32_t c) {
    return c >= first_that_composes &&
           utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
}

bool is_settled(std::string_view text, Lines lines) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = contract::take_character(text, at);
        if (!c || *c >= first_that_composes) return false;
        const bool feed = *c == U'\n' && lines == Lines::several;
        if (!feed && standing_of(*c) != Standing::stays) return false;
    }
    return true;
}

// Takes the characters of a text one by one, each as it stands.
class Sieve {
public:
    Sieve(Lines lines, bool mends) : lines_(lines), mends_(mends) {}

    // False when the text may not be.
    bool take(std::optional<char32_t> character) {
        if (!character) return add(contract::replacement_character) && mends_;
        const char32_t c = *character;
        if (after_return_ && c == U'\n') return !(after_return_ = false);
        after_return_ = c == U'\r';
        switch (standing_of(c)) {
            case Standing::stays: return take_plain(c);
            case Standing::line: return add(lines_ == Lines::several ? U'\n' : U' ');
            case Standing::space: return add(U' ');
            case Standing::depends: return !hangs_well(before_, c) || take_plain(c);
            case Standing::falls_away:
            case Standing::steers: return true;
            case Standing::refused: return mends_ && add(U' ');
        }
        return false;
    }

    std::string kept;

private:
    bool take_plain(char32_t c) {
        marks_ = is_accent(c) ? marks_ + 1 : 0;
        return marks_ <= most_marks ? add(c) : mends_;
    }
    bool add(char32_t c) {
        before_ = c;
        contract::append_utf8(kept, c);
        return true;
    }

    Lines lines_;
    bool mends_;
    bool after_return_ = false;
    char32_t before_ = 0;
    std::size_t marks_ = 0;
};

std::string composed(const std::string& text) {
    utf8proc_uint8_t* made = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &made,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    std::string result = text;
    if (length >= 0)
        result.assign(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length));
    std::free(made);
    return result;
}

std::optional<std::string> sifted(std::string_view text, Lines lines, bool mends) {
    Sieve sieve(lines, mends);
    for (std::size_t at = 0; at < text.size();) {
        const auto character = contract::take_character(text, at);
        if (!character) ++at;
        if (!sieve.take(character)) return std::nullopt;
    }
    return std::move(sieve.kept);
}

// What composing brings can stand differently from what it came from: until nothing changes.
std::optional<std::string> in_form(std::string_view text, Lines lines, bool mends) {
    std::string form(text);
    while (!is_settled(form, lines)) {
        const auto kept = sifted(form, lines, mends);
        if (!kept) return std::nullopt;
        std::string next = composed(*kept);
        const bool same = next == form;
        form = std::move(next);
        if (same) break;
    }
    return form;
}

}  // namespace

std::optional<std::string> normalised(std::string_view text, Lines lines) {
    return in_form(text, lines, false);
}

std::string mended(std::string_view text, Lines lines) { return *in_form(text, lines, true); }

std::size_t count(std::string_view text, Lines lines) {
    return contract::count_characters(mended(text, lines));
}

std::size_t excess(std::string_view text, std::size_t limit, Lines lines) {
    if (text.size() <= limit) return 0;
    return std::max(count(text, lines), limit) - limit;
}

}  // namespace casustafel::text_rules
