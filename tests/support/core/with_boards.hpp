#pragma once
// The text of case A with all boards of the library put into it, and the fields that the library
// has for a plan.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace casustafel::support {

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// What stands under `key:` of the library, up to what begins at the margin.
inline std::string section(const std::string& library, const std::string& key) {
    const auto from = library.find("\n" + key + ":\n") + key.size() + 3;
    std::istringstream lines(library.substr(from));
    std::string found;
    for (std::string line; std::getline(lines, line) && (line.empty() || line[0] == ' ');)
        found += line + "\n";
    return found;
}

// The same of what stands there as a comment, without its signs.
inline std::string commented(const std::string& library, const std::string& key) {
    const auto from = library.find("#   " + key + ":\n");
    std::istringstream lines(library.substr(from));
    std::string found;
    for (std::string line; std::getline(lines, line) && line.starts_with("#   ");)
        found += line.substr(2) + "\n";
    return found;
}

inline std::string five_meetings_with_boards(const std::filesystem::path& scenarios) {
    std::string text = text_of(scenarios / "vijf-overleggen.yaml");
    const std::string library = text_of(scenarios / "libraries" / "boards.yaml");
    const auto plan = text.find("\nplan:") + 1;
    text.replace(plan, text.find('\n', plan) + 1 - plan,
                 "plan:\n  table: V\n  guests: [RVK-Z, RN-Z]\n  expected: 4\n" +
                     commented(library, "fields") + "\nboards:\n" + section(library, "boards"));
    return text;
}

}  // namespace casustafel::support
