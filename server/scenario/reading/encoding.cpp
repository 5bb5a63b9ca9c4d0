#include "server/scenario/reading/encoding.hpp"

#include <cstdio>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::scenario {
namespace {

std::string code_point(char32_t character) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
    return name;
}

}  // namespace

bool may_be_shown(char32_t character) {
    using text_rules::Standing;
    const Standing standing = text_rules::standing_of(character);
    return character == U'\n' || standing == Standing::stays || standing == Standing::depends ||
           standing == Standing::falls_away;
}

void check_encoding(std::string_view text, const std::string& file,
                    std::vector<Diagnostic>& diagnostics) {
    Position at;
    int complained_line = 0;
    for (std::size_t byte = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; byte < text.size();) {
        const auto character = contract::take_character(text, byte);
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
