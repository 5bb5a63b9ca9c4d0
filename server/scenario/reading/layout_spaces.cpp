#include "server/scenario/reading/layout_spaces.hpp"

#include <algorithm>

#include "proto/contract/utf8.hpp"
#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/layout_line.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

// Where on this line a space of another kind stands in the layout, if it does: while it springs in,
// behind a dash, or behind the colon of a key.
std::size_t odd_space_of(std::string_view line) {
    std::size_t at = 0;
    bool key_passed = false;
    while (at < line.size()) {
        if (odd_space_at(line, at) > 0) return at;
        const char sign = line[at];
        if (sign == ' ' || sign == '\t' || (sign == '-' && !key_passed)) {
            ++at;
            continue;
        }
        const auto word = word_at(line, at);
        const std::size_t colon = at + word.size();
        if (key_passed || word.empty() || colon >= line.size() || line[colon] != ':') break;
        at = colon + 1;
        key_passed = true;
    }
    // Between braces the same may stand behind a colon.
    for (auto colon = line.find(':', at); colon != std::string_view::npos;
         colon = line.find(':', colon + 1)) {
        const bool key = colon > 0 && !word_at(line, colon - 1).empty();
        if (key && odd_space_at(line, colon + 1) > 0 && line.find_first_of("{[") < colon)
            return colon + 1;
    }
    return std::string_view::npos;
}

std::size_t tab_of(std::string_view line) {
    const auto at = line.find_first_not_of(" \t");
    const auto tab = line.find('\t');
    return at != std::string_view::npos && tab < at ? tab : std::string_view::npos;
}

struct Found {
    Position at;
    std::size_t lines = 0;
    std::string name;
};

void note(Found& found, std::string_view line, std::size_t number, std::size_t byte) {
    if (byte == std::string_view::npos || found.lines++ > 0) return;
    found.at = place_of(line, number, byte);
    std::size_t after = byte;
    found.name = code_point(*contract::take_character(line, after));
}

void tell(std::vector<Slip>& slips, const Found& found, Key one, Key many, Key hint) {
    if (found.lines == 0) return;
    Sentence message{one, {found.name}};
    if (found.lines > 1) message = {many, {found.name, std::to_string(found.lines - 1)}};
    slips.push_back({found.at, std::move(message), Sentence{hint, {}}});
}

}  // namespace

std::vector<Slip> odd_spaces_in(std::string_view text) {
    Found tabs, spaces;
    const auto lines = split_lines(text);
    for (std::size_t number = 0; number < lines.size(); ++number) {
        const auto line = lines[number];
        note(tabs, line, number, tab_of(line));
        note(spaces, line, number, odd_space_of(line));
    }
    std::vector<Slip> slips;
    tell(slips, tabs, Key::diagnostic_tab, Key::diagnostic_tabs, Key::diagnostic_hint_no_tabs);
    tell(slips, spaces, Key::diagnostic_odd_space, Key::diagnostic_odd_spaces,
         Key::diagnostic_hint_odd_space);
    std::sort(slips.begin(), slips.end(),
              [](const Slip& left, const Slip& right) { return left.at < right.at; });
    return slips;
}

}  // namespace casustafel::scenario
