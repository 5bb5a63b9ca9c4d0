#include "server/scenario/reading/encoding.hpp"

#include <algorithm>
#include <cstdio>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::scenario {
namespace {

// UTF-16 and UTF-32 betray themselves by their first bytes, or by a zero in every other one.
bool is_wide(std::string_view text) {
    const auto mark = text.substr(0, 2);
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return true;
    const auto start = text.substr(0, 200);
    return start.size() >= 4 &&
           static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0')) * 3 >
               start.size();
}

}  // namespace

std::string code_point(char32_t character) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    return name;
}

bool may_be_shown(char32_t character) {
    using text_rules::Standing;
    const Standing standing = text_rules::standing_of(character);
    return character == U'\n' || standing == Standing::stays || standing == Standing::depends ||
           standing == Standing::falls_away;
}

void check_encoding(std::string_view text, const std::string& file,
                    std::vector<Diagnostic>& diagnostics) {
    const auto report = [&](Position at, Sentence message, std::optional<Sentence> hint) {
        diagnostics.push_back({file, at, Severity::error, std::move(message), std::move(hint)});
    };
    const Sentence save_as_utf8{text::Key::diagnostic_hint_utf8, {}};
    if (is_wide(text)) return report({}, {text::Key::diagnostic_wide_encoding, {}}, save_as_utf8);
    Position at, first_other;
    int complained_line = 0, lines_of_other = 0;
    for (std::size_t byte = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; byte < text.size();) {
        const auto character = contract::take_character(text, byte);
        const bool layout = character == U'\t' || character == U'\r';
        const bool wrong = !character || !(layout || may_be_shown(*character));
        if (wrong && complained_line != at.line) {
            complained_line = at.line;
            if (character)
                report(at, {text::Key::diagnostic_control_character, {code_point(*character)}},
                       Sentence{text::Key::diagnostic_hint_control_character, {}});
            else if (lines_of_other++ == 0)
                first_other = at;
        }
        if (!character) ++byte;
        at = character == U'\n' ? Position{at.line + 1, 1} : Position{at.line, at.column + 1};
    }
    if (lines_of_other == 1)
        report(first_other, {text::Key::diagnostic_not_utf8, {}}, save_as_utf8);
    else if (lines_of_other > 1)
        report(first_other,
               {text::Key::diagnostic_not_utf8_lines, {std::to_string(lines_of_other - 1)}},
               save_as_utf8);
}

}  // namespace casustafel::scenario
