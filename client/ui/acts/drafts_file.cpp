#include "client/ui/acts/drafts_file.hpp"

#include <algorithm>

namespace casustafel::ui {
namespace {

constexpr std::string_view first_line = "casustafel drafts 1";
constexpr std::size_t most_bytes = 1 << 20, most_value_bytes = 16'384, most_entries = 4'000;

// What would part lines, paths or values, and the letter that stands for it behind a backslash.
constexpr std::pair<char, char> escapes[] = {
    {'\\', '\\'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}, {'/', 's'}};

std::string unescape(std::string_view safe) {
    std::string text;
    for (std::size_t at = 0; at < safe.size(); ++at) {
        const bool escaped = safe[at] == '\\' && at + 1 < safe.size();
        if (escaped) ++at;
        const auto meant =
            std::find_if(std::begin(escapes), std::end(escapes),
                         [&](const auto& escape) { return escape.second == safe[at]; });
        text += escaped && meant != std::end(escapes) ? meant->first : safe[at];
    }
    return text;
}

}  // namespace

std::string DraftsFile::step(std::string_view name) {
    std::string safe;
    for (const char letter : name) {
        const auto escape = std::find_if(std::begin(escapes), std::end(escapes),
                                         [&](const auto& each) { return each.first == letter; });
        if (escape == std::end(escapes))
            safe += letter;
        else
            safe += {'\\', escape->second};
    }
    return safe;
}

std::optional<DraftsFile> DraftsFile::of(std::string_view text) {
    if (text.size() > most_bytes || !text.starts_with(first_line)) return std::nullopt;
    DraftsFile file;
    file.writes_ = false;
    std::size_t at = text.find('\n');
    while (at != std::string_view::npos && at + 1 < text.size() &&
           file.entries_.size() < most_entries) {
        const std::size_t end = std::min(text.find('\n', at + 1), text.size());
        const std::string_view line = text.substr(at + 1, end - at - 1);
        at = end;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || line.size() - tab > most_value_bytes) continue;
        file.entries_[std::string(line.substr(0, tab))] = unescape(line.substr(tab + 1));
    }
    return file;
}

std::string DraftsFile::text() const {
    if (entries_.empty()) return {};
    std::string text(first_line);
    text += '\n';
    for (const auto& [path, value] : entries_) text += path + '\t' + step(value) + '\n';
    return text;
}

std::set<std::string> DraftsFile::tops() const {
    std::set<std::string> tops;
    for (const auto& [path, value] : entries_)
        tops.insert(unescape(std::string_view(path).substr(0, path.find('/'))));
    return tops;
}

void DraftsFile::field(const std::string& path, std::string& value) {
    if (writes_) {
        if (!value.empty()) entries_[path] = value;
    } else if (const auto found = entries_.find(path); found != entries_.end()) {
        value = found->second;
    }
}

void DraftsFile::field(const std::string& path, bool& value) {
    std::string text = value ? "1" : "0";
    field(path, text);
    value = text == "1";
}

std::vector<std::string> DraftsFile::names_under(const std::string& path) const {
    std::set<std::string> names;
    const std::string under = path + "/";
    for (auto at = entries_.lower_bound(under);
         at != entries_.end() && at->first.starts_with(under); ++at) {
        const std::string rest = at->first.substr(under.size());
        names.insert(unescape(rest.substr(0, rest.find('/'))));
    }
    return {names.begin(), names.end()};
}

}  // namespace casustafel::ui
