#pragma once
// Case A with all boards of the library taken into it, and the fields that the library has for a
// plan, written to a file.
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

// What the library says of a plan, as a comment; without its signs.
inline std::string plan_fields(const std::string& library) {
    std::istringstream lines(library.substr(library.find("#   fields:\n")));
    std::string found;
    for (std::string line; std::getline(lines, line) && line.starts_with("#   ");)
        found += line.substr(2) + "\n";
    return found;
}

inline void write_five_meetings_with_boards(const std::filesystem::path& to,
                                            const std::filesystem::path& scenarios) {
    std::string text = text_of(scenarios / "vijf-overleggen.yaml");
    const auto plan = text.find("\nplan:") + 1;
    text.replace(plan, text.find('\n', plan) + 1 - plan,
                 "plan:\n  table: V\n  guests: [RVK-Z, RN-Z]\n  expected: 4\n" +
                     plan_fields(text_of(scenarios / "libraries" / "boards.yaml")));
    std::string uses = "\nuses:\n";
    const auto at = text.find(uses);
    for (const char* board :
         {"QUICKSCAN", "PSO", "SIGNAALBORD", "AGENDA", "AFSPRAKEN", "INSTEMMING"})
        uses += std::string("  - ") + board + "\n";
    text.replace(at, std::string("\nuses:\n").size(), uses);
    std::ofstream(to, std::ios::binary) << text;
}

}  // namespace casustafel::support
