#include "server/scenario/reading/layout_line.hpp"

#include <algorithm>

#include "proto/contract/utf8.hpp"

namespace casustafel::scenario {
namespace {

bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t indentation_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank_or_remark(std::string_view line) {
    const auto at = indentation_of(line);
    return at == line.size() || line[at] == '#';
}

Position place_of(std::string_view line, std::size_t number, std::size_t byte) {
    const auto before = contract::count_characters(line.substr(0, byte));
    return {static_cast<int>(number) + 1, static_cast<int>(before) + 1};
}

std::string_view word_at(std::string_view line, std::size_t byte) {
    if (byte >= line.size()) return {};
    std::size_t end = byte;
    while (end < line.size() && in_word(line[end])) ++end;
    return line.substr(byte, end - byte);
}

std::string_view key_at(std::string_view line, std::size_t byte) {
    const auto word = word_at(line, byte);
    const std::size_t colon = byte + word.size();
    if (word.empty() || colon >= line.size() || line[colon] != ':') return {};
    return colon + 1 == line.size() || line[colon + 1] == ' ' ? word : std::string_view{};
}

std::size_t end_of_text(std::string_view line, std::size_t byte) {
    auto end = line.find(" #", byte);
    if (end == std::string_view::npos) end = line.size();
    while (end > byte && line[end - 1] == ' ') --end;
    return end;
}

std::size_t odd_space_at(std::string_view line, std::size_t byte) {
    if (byte >= line.size()) return 0;
    std::size_t after = byte;
    const auto character = contract::take_character(line, after);
    if (!character) return 0;
    const char32_t sign = *character;
    const bool odd = sign == 0xA0 || sign == 0x1680 || (sign >= 0x2000 && sign <= 0x200B) ||
                     sign == 0x202F || sign == 0x205F || sign == 0x2060 || sign == 0x3000;
    return odd ? after - byte : 0;
}

}  // namespace casustafel::scenario
