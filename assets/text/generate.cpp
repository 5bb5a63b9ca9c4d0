// Turns nl.json and en.json (flat: "key.with.dots": "sentence with {0} {1}") into text.hpp, whose
// keys are constants, and text_rows.inc, whose rows hold both languages. A key that is missing in
// one language stops the build: no screen may fall back to another tongue.
// Use: generate FOLDER_OF_THE_JSON FOLDER_FOR_TEXT_HPP FILE_FOR_THE_ROWS [BEGIN_OF_KEYS…]
// Keys that begin so keep their constant and get no sentence.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using Sentences = std::map<std::string, std::string>;  // by key, in the order of the rows

Sentences sentences_in(const std::string& path) {
    std::ifstream file(path);
    return nlohmann::json::parse(file).get<Sentences>();
}

// Prints every key that `here` has and `there` has not; whether there was one.
bool misses(const Sentences& here, const Sentences& there, const char* file) {
    bool missing = false;
    for (const auto& [key, sentence] : here) {
        if (there.contains(key)) continue;
        std::fprintf(stderr, "assets/text: %s stands in %s only\n", key.c_str(), file);
        missing = true;
    }
    return missing;
}

std::string quoted(const std::string& sentence) {
    std::string out = "\"";
    for (const char letter : sentence) {
        if (letter == '"' || letter == '\\') out += '\\';
        if (letter == '\n')
            out += "\\n";
        else
            out += letter;
    }
    return out + '"';
}

std::string constant_of(std::string key) {
    std::replace(key.begin(), key.end(), '.', '_');
    return key;
}

// Leaves a file that already says so untouched: another sentence compiles one file, not every one.
void write_when_other(const std::string& path, const std::string& content) {
    std::ifstream before(path);
    if (std::string(std::istreambuf_iterator<char>(before), {}) == content) return;
    std::ofstream(path) << content;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    const std::vector<std::string> silent(arguments + 4, arguments + count);
    const std::string folder = arguments[1];
    const Sentences nl = sentences_in(folder + "/nl.json"), en = sentences_in(folder + "/en.json");
    const bool only_dutch = misses(nl, en, "nl.json");
    if (misses(en, nl, "en.json") || only_dutch) return 1;

    std::string constants, rows;
    for (const auto& [key, sentence] : nl) {
        constants += "    " + constant_of(key) + ",\n";
        const bool is_silent = std::any_of(silent.begin(), silent.end(), [&](const auto& begin) {
            return key.compare(0, begin.size(), begin) == 0;
        });
        const std::string other = is_silent ? "" : en.at(key);
        rows += "{\"" + key + "\", " + quoted(is_silent ? "" : sentence) + ", " + quoted(other) +
                "},\n";
    }
    std::ifstream frame(folder + "/text.hpp.in");
    std::string header(std::istreambuf_iterator<char>(frame), {});
    const std::string place = "@KEYS@\n";
    header.replace(header.find(place), place.size(), constants);
    write_when_other(arguments[2] + std::string("/text.hpp"), header);
    std::ofstream(arguments[3]) << rows;
    return 0;
}
