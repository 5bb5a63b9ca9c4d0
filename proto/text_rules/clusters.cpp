#include "proto/text_rules/clusters.hpp"

#include <utf8proc.h>

#include "proto/contract/utf8.hpp"

namespace casustafel::text_rules {
namespace {

// Below this a character is a sign of its own, unless an accent follows.
constexpr char32_t first_that_hangs = 0x300;

bool is_plain(char32_t c) { return c < first_that_hangs; }

class Boundary {
public:
    bool between(char32_t one, char32_t other) {
        if (is_plain(one) && is_plain(other)) return true;
        return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(one),
                                                static_cast<utf8proc_int32_t>(other), &state_);
    }

private:
    utf8proc_int32_t state_ = 0;
};

}  // namespace

std::size_t next_cluster(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    Boundary boundary;
    std::size_t end = at + 1;
    while (end < text.size() && !boundary.between(text[end - 1], text[end])) ++end;
    return end;
}

std::size_t previous_cluster(std::u32string_view text, std::size_t at) {
    if (at > text.size()) at = text.size();
    // Two plain characters on end always have a boundary between them: from there it is certain.
    std::size_t begin = at;
    while (begin > 0) {
        --begin;
        if (begin == 0 || (is_plain(text[begin]) && is_plain(text[begin - 1]))) break;
    }
    for (std::size_t end = next_cluster(text, begin); end < at; end = next_cluster(text, begin))
        begin = end;
    return begin;
}

std::size_t cluster_end(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    Boundary boundary;
    char32_t before = contract::next_character(text, at);
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = contract::next_character(text, next);
        if (boundary.between(before, c)) break;
        before = c;
        at = next;
    }
    return at;
}

std::string_view first_clusters(std::string_view text, std::size_t most_characters) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = cluster_end(text, at);
        const auto characters = contract::count_characters(text.substr(at, end - at));
        if (characters > most_characters) break;
        most_characters -= characters;
        at = end;
    }
    return text.substr(0, at);
}

}  // namespace casustafel::text_rules
