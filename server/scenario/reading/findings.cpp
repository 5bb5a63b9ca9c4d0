#include "server/scenario/reading/findings.hpp"

#include <algorithm>
#include <sstream>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/normal.hpp"
#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/real_looking.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

void trim(std::string& value) {
    const auto end = value.find_last_not_of(" \n");
    value.erase(end == std::string::npos ? 0 : end + 1);
    const auto begin = value.find_first_not_of(" \n");
    value.erase(0, begin == std::string::npos ? 0 : begin);
}

// Escapes inside quotes can still bring what the encoding check of the file could not see.
bool all_may_be_shown(std::string_view value, bool new_lines) {
    for (std::size_t at = 0; at < value.size();) {
        const auto character = contract::take_character(value, at);
        if (!character || !may_be_shown(*character)) return false;
        if (*character == U'\n' && !new_lines) return false;
    }
    return true;
}

}  // namespace

void Findings::report(const std::string& path, Sentence message, std::optional<Sentence> hint,
                      Severity severity) {
    diagnostics_.push_back({file_, at(path), severity, std::move(message), std::move(hint)});
}

void Findings::fail(Position at, const std::string& path, Sentence message,
                    std::optional<Sentence> hint, Severity severity) {
    diagnostics_.push_back({file_, at, severity, std::move(message), std::move(hint)});
    if (severity == Severity::error) failed_.insert(path);
}

Position Findings::at(std::string path) const {
    while (!path.empty()) {
        if (const auto found = places_.find(path); found != places_.end()) return found->second;
        const auto cut = path.find_last_of(".[");
        path.erase(cut == std::string::npos ? 0 : cut);
    }
    return {};
}

bool Findings::sound(const std::string& path) const {
    for (auto each = failed_.lower_bound(path); each != failed_.end(); ++each) {
        if (each->compare(0, path.size(), path) != 0) return true;
        const char next = each->size() == path.size() ? '.' : (*each)[path.size()];
        if (next == '.' || next == '[') return false;
    }
    return true;
}

void Findings::check_text(const Node& node, const std::string& path, std::string& value,
                          Meaning meaning) {
    trim(value);
    const auto most = most_characters(meaning);
    const bool many_lines = meaning == Meaning::paragraphs || meaning == Meaning::page;
    // Read as any text that somebody types; what may not be keeps its own bytes for the messages.
    if (auto form = text_rules::normalised(value, text_rules::Lines::several);
        form && all_may_be_shown(value, true))
        value = std::move(*form);
    if (value.empty()) {
        fail(node.at, path, {Key::diagnostic_empty_value, {}});
    } else if (static_cast<long long>(contract::count_characters(value)) > most) {
        fail(node.at, path,
             {Key::diagnostic_text_too_long,
              {std::to_string(contract::count_characters(value)), std::to_string(most)}});
    } else if (!all_may_be_shown(value, many_lines)) {
        fail(node.at, path, {Key::diagnostic_character_in_text, {}});
    } else if (const auto found = real_looking(value)) {
        fail(node.at, path, {Key::diagnostic_real_looking, {*found}},
             Sentence{Key::diagnostic_hint_invent, {}});
    }
}

std::string element(const std::string& path, std::size_t index) {
    return path + "[" + std::to_string(index) + "]";
}

std::string under(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

long long most_characters(Meaning meaning) {
    if (meaning == Meaning::line) return limits::line_characters;
    if (meaning == Meaning::paragraphs) return limits::paragraphs_characters;
    if (meaning == Meaning::page) return limits::page_characters;
    return limits::sentence_characters;
}

std::vector<std::string> words_of(std::string_view list) {
    std::istringstream stream{std::string(list)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

}  // namespace casustafel::scenario
