#include "prices.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace casustafel::house {
namespace {

namespace fs = std::filesystem;

bool is_word_start(const std::string& name, std::size_t at) {
    const auto is_upper = [&](std::size_t where) { return std::isupper(name[where]) != 0; };
    const auto is_digit = [&](std::size_t where) { return std::isdigit(name[where]) != 0; };
    if (at == 0 || is_digit(at) != is_digit(at - 1)) return true;
    if (!is_upper(at)) return false;
    const bool before_small = at + 1 < name.size() && std::islower(name[at + 1]) != 0;
    return !is_upper(at - 1) || before_small;
}

// "_note_gut_feeling_" for NoteGutFeeling, note_gut_feeling and note.gut_feeling alike.
std::string in_words(const std::string& name) {
    std::string words = "_";
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool letter = std::isalnum(static_cast<unsigned char>(name[at])) != 0;
        if ((!letter || is_word_start(name, at)) && words.back() != '_') words += '_';
        if (letter) words += static_cast<char>(std::tolower(name[at]));
    }
    return words.back() == '_' ? words : words + "_";
}

bool is_of_name(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '.';
}

// Every identifier and every text key, in words.
std::set<std::string> names_in(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t from = 0, to = 0; from < text.size(); from = to + 1) {
        to = from;
        while (to < text.size() && is_of_name(text[to])) ++to;
        if (to > from) names.insert(in_words(text.substr(from, to - from)));
    }
    return names;
}

bool is_production(const fs::path& path) {
    static const std::set<std::string> kinds = {".hpp", ".cpp", ".proto", ".json", ".txt"};
    return kinds.contains(path.extension().string());
}

using Names = std::map<std::string, std::set<std::string>>;  // of each file

const Names& production() {
    static const Names names = [] {
        Names read;
        const fs::path root = CASUSTAFEL_SOURCE_DIR;
        for (const char* folder : {"proto", "server", "client", "assets/text"}) {
            for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
                if (!entry.is_regular_file() || !is_production(entry.path())) continue;
                std::ostringstream text;
                text << std::ifstream(entry.path()).rdbuf();
                read[fs::relative(entry.path(), root).generic_string()] = names_in(text.str());
            }
        }
        return read;
    }();
    return names;
}

bool names_it(const std::set<std::string>& names, const Sample& sample) {
    for (const std::string& spelling : sample.spellings) {
        const std::string one = in_words(spelling);
        const std::string many = one.substr(0, one.size() - 1) + "s_";
        const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return name.find(one) != std::string::npos || name.find(many) != std::string::npos;
        });
        if (named) return true;
    }
    return false;
}

}  // namespace

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {"a participant's act with its event and its entity",
         {"a command", "an event", "an entity or field of a view", "a panel", "a sentence"},
         {"gut_feeling", "gutfeeling"},
         10},
        {"the same, a second one",
         {"a command", "an event", "an entity or field of a view", "a panel", "a sentence"},
         {"call_for_help", "help_called", "help_call"},
         19},
        {"an act and its event without an entity",
         {"a command", "an event", "a panel", "a sentence"},
         {"move_phase", "phase_moved"},
         9},
        {"an event", {"an event"}, {"phase_moved"}, 4},
        {"an event that no command makes", {"an event"}, {"track_changed"}, 4},
        // Two of the files are the texts: what is shown is named there by its kind.
        {"an entity of a view", {"an entity or field of a view"}, {"track_gauge"}, 5},
        {"an entity of a view with a state of its own",
         {"an entity or field of a view"},
         {"inject_control"},
         9},
        {"a reason with which a role refuses", {"a word of a closed list"}, {"no_purpose"}, 3},
        {"a rejection by the server", {"a rejection"}, {"no_lead"}, 4},
        {"an indicator of the score", {"an indicator"}, {"s3"}, 9},
        {"a lint rule", {"a rule of lint"}, {"dealt_once", "dealt_twice"}, 3},
        {"a column of the seat list",
         {"a column of a table"},
         {"trainer_activity", "hint_activity", "draw_busy"},
         3},
    };
    return all;
}

std::vector<std::string> files_naming(const Sample& sample) {
    // Most events are told in no debrief; where one is, its sentence is counted as a sentence.
    const bool event_alone = sample.how == std::vector<std::string>{"an event"};
    std::vector<std::string> files;
    for (const auto& [file, names] : production()) {
        if (event_alone && file.starts_with("assets/text/")) continue;
        if (names_it(names, sample)) files.push_back(file);
    }
    return files;
}

}  // namespace casustafel::house
