#include "server/scenario/reading/layout_levels.hpp"

#include <algorithm>

#include "server/scenario/reading/layout_line.hpp"

namespace casustafel::scenario {
namespace {

// Whether the line ends as one that announces a block of text.
bool announces_text(std::string_view line) {
    for (const std::string_view sign : {" >-", " >", " |", " |-"})
        if (line.size() > 4 && line.ends_with(sign)) return true;
    return false;
}

}  // namespace

bool left_too_early(const std::vector<Level>& levels, std::size_t column) {
    if (levels.empty()) return false;
    if (only_entry_is_off(levels, column)) return true;
    const Level& top = levels.back();
    return top.after_empty || std::find(top.left.begin(), top.left.end(), column) != top.left.end();
}

bool only_entry_is_off(const std::vector<Level>& levels, std::size_t column) {
    if (levels.size() < 2 || levels.back().entries != 1) return false;
    const Level& top = levels.back();
    const std::size_t right = levels[levels.size() - 2].column + 2;
    const std::size_t of_this = top.kind == Level::Kind::dashes ? right + 2 : right;
    return top.column != right && column == of_this;
}

bool has_sibling_below(const std::vector<std::string_view>& lines, std::size_t number,
                       std::size_t column) {
    for (std::size_t next = number + 1; next < lines.size(); ++next) {
        if (is_blank_or_remark(lines[next])) continue;
        const std::size_t in = indentation_of(lines[next]);
        if (in <= column) return in == column;
    }
    return false;
}

bool names_something(std::string_view line, std::size_t begin) {
    if (line[begin] != '&' && line[begin] != '!') return false;
    const auto space = std::min(line.find(' ', begin), line.size());
    const auto next = std::min(line.find_first_not_of(' ', space), line.size());
    return line.substr(begin, 2) == "!!" || next == line.size() || line[next] == '[' ||
           line[next] == '{';
}

bool lacks_colon(std::string_view line, std::size_t column) {
    const auto word = word_at(line, column);
    const std::size_t after = column + word.size();
    return announces_text(line) || (!word.empty() && after < line.size() && line[after] == ':');
}

}  // namespace casustafel::scenario
