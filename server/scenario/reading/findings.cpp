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

// Whether the map at `inner` lies somewhere in the one at `outer`.
bool lies_in(const std::string& inner, const std::string& outer) {
    if (outer.empty()) return !inner.empty();
    if (inner.size() <= outer.size() || inner.compare(0, outer.size(), outer) != 0) return false;
    return inner[outer.size()] == '.' || inner[outer.size()] == '[';
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

const std::string& Findings::file_of(Position at) const {
    const auto library = static_cast<std::size_t>(at.library);
    return library == 0 || library > libraries_.size() ? file_ : libraries_[library - 1];
}

void Findings::report(const std::string& path, Sentence message, std::optional<Sentence> hint,
                      Severity severity) {
    const Position place = at(path);
    diagnostics_.push_back(
        {file_of(place), place, severity, std::move(message), std::move(hint)});
}

void Findings::fail(Position at, const std::string& path, Sentence message,
                    std::optional<Sentence> hint, Severity severity) {
    diagnostics_.push_back({file_of(at), at, severity, std::move(message), std::move(hint)});
    if (severity == Severity::error) failed_.insert(path);
}

void Findings::note_unknown(const std::string& path, std::string key, Position at, Sentence hint) {
    unknown_.push_back({path, std::move(key), at, std::move(hint)});
}

void Findings::note_missing(const std::string& path, std::string key, Position at,
                            Severity severity) {
    if (severity == Severity::error) distrust(under(path, key));
    missing_.push_back({path, std::move(key), at, {}, severity});
}

// Takes the key out of the missing ones of a map around or inside the one where it stands.
bool Findings::take_missing(const Noted& unknown) {
    const auto belongs = [&](const Noted& missing) {
        return missing.key == unknown.key &&
               (lies_in(missing.path, unknown.path) || lies_in(unknown.path, missing.path));
    };
    const auto found = std::find_if(missing_.begin(), missing_.end(), belongs);
    if (found == missing_.end()) return false;
    missing_.erase(found);
    return true;
}

void Findings::settle() {
    for (auto& each : unknown_) {
        // This harms nothing that the struct does know, so only the file is not to be trusted.
        if (take_missing(each) || each.hint.key == Key::diagnostic_hint_misplaced)
            fail(each.at, "?", {Key::diagnostic_key_misplaced, {each.key}},
                 Sentence{Key::diagnostic_hint_misplaced, {}});
        else
            fail(each.at, "?", {Key::diagnostic_unknown_key, {each.key}}, std::move(each.hint));
    }
    unknown_.clear();
    report_missing();
}

void Findings::report_missing() {
    while (!missing_.empty()) {
        const Noted first = missing_.front();
        std::string keys;
        std::size_t count = 0;
        std::erase_if(missing_, [&](const Noted& each) {
            if (each.path != first.path) return false;
            keys += (count++ == 0 ? "" : ", ") + each.key;
            return true;
        });
        const bool dutch = first.key == "nl" && count == 1;
        if (first.severity == Severity::warning)
            fail(first.at, under(first.path, "en"), {Key::diagnostic_missing_english, {}}, {},
                 Severity::warning);
        else if (dutch)
            fail(first.at, first.path, {Key::diagnostic_missing_dutch, {}});
        else
            fail(first.at, under(first.path, first.key),
                 {count == 1 ? Key::diagnostic_missing_key : Key::diagnostic_missing_keys, {keys}});
    }
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
