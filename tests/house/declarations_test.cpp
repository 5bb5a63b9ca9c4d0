// A declaration leads to its definition: what x.hpp declares is defined in x.cpp, or in an
// x_<part>.cpp when it is too much for one file, and every .cpp belongs to a header in this way.
// Rooms that are not so yet are listed; the list may only shrink.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// The rows of a family stand in a file of its name, and are listed once for all in families.hpp.
const std::set<std::string> not_yet = {"server/view/families"};

// Where the bodies of a room are declared besides in it.
const std::map<std::string, std::string> declared_in = {
    {"server/core/rules", "server/core/families"}};

// What stands at the left margin of a source: a function declared or defined, or a class opened.
struct Said {
    enum class Kind { declaration, definition, type } kind;
    std::string name;  // of a member with its class
};

bool is_word(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

// "Session::open" before the bracket at `end`; empty when there is no word.
std::string name_before(const std::string& code, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && (is_word(code[begin - 1]) || code[begin - 1] == ':')) --begin;
    return code.substr(begin, end - begin);
}

bool opens_with(const std::string& line, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.starts_with(word); });
}

std::optional<Said> type_in(const std::string& line) {
    for (const std::string_view word : {"class ", "struct "}) {
        if (!line.starts_with(word) || line.find('{') == std::string::npos) continue;
        std::size_t end = word.size();
        while (end < line.size() && is_word(line[end])) ++end;
        return Said{Said::Kind::type, line.substr(word.size(), end - word.size())};
    }
    return std::nullopt;
}

std::optional<Said> function_in(const std::string& code) {
    const std::size_t bracket = code.find('(');
    const std::size_t end = code.find_first_of("{;", std::min(code.find(')'), code.size()));
    if (bracket == std::string::npos || end == std::string::npos) return std::nullopt;
    if (code.substr(0, bracket).find('=') != std::string::npos) return std::nullopt;
    const std::string name = name_before(code, bracket);
    if (name.empty() || name.size() == bracket) return std::nullopt;  // no type before it
    return Said{code[end] == '{' ? Said::Kind::definition : Said::Kind::declaration, name};
}

std::vector<Said> said_in(const fs::path& file) {
    std::vector<Said> said;
    std::ifstream lines(file);
    std::string code;
    for (std::string line; std::getline(lines, line);) {
        if (const auto type = type_in(line)) said.push_back(*type);
        const bool margin = !line.empty() && std::isalpha(static_cast<unsigned char>(line[0])) != 0;
        if (margin && !opens_with(line, {"using ", "namespace ", "class ", "struct ", "enum ",
                                         "template ", "friend ", "static ", "inline "}))
            code = line;
        else if (!code.empty())
            code += " " + line;
        if (code.find_first_of("{;") == std::string::npos) continue;
        if (const auto function = function_in(code)) said.push_back(*function);
        code.clear();
    }
    return said;
}

struct Room {
    std::map<std::string, std::vector<Said>> headers, sources;  // by name without ending
};

bool belongs_to(const std::string& source, const std::string& header) {
    return source == header || source.starts_with(header + "_");
}

bool is_program(const std::vector<Said>& said) {
    return std::any_of(said.begin(), said.end(),
                       [](const Said& each) { return each.name == "main"; });
}

// In which sources this is defined; a type is where its members are.
std::set<std::string> defined_in(const Room& room, const Said& wanted) {
    std::set<std::string> found;
    for (const auto& [source, said] : room.sources)
        for (const Said& each : said)
            if (each.kind == Said::Kind::definition &&
                (wanted.kind == Said::Kind::type ? each.name.starts_with(wanted.name + "::")
                                                 : each.name == wanted.name))
                found.insert(source);
    return found;
}

std::string offences(const Room& room) {
    std::string out;
    for (const auto& [source, said] : room.sources) {
        const bool has_header =
            std::any_of(room.headers.begin(), room.headers.end(),
                        [&](const auto& header) { return belongs_to(source, header.first); });
        if (!has_header && !is_program(said)) out += source + ".cpp belongs to no header\n";
    }
    for (const auto& [header, said] : room.headers) {
        for (const Said& each : said) {
            const auto places = defined_in(room, each);
            const bool own = std::any_of(places.begin(), places.end(), [&](const auto& place) {
                return belongs_to(place, header);
            });
            if (!own && !places.empty() && each.kind != Said::Kind::definition)
                out += header + ".hpp says " + each.name + ", which is in " + *places.begin() +
                       ".cpp\n";
        }
    }
    return out;
}

std::map<std::string, Room> rooms();

std::string offences_in(const std::string& name, Room room) {
    const auto other = declared_in.find(name);
    if (other != declared_in.end()) {
        const auto all = rooms();
        for (const auto& [header, said] : all.at(other->second).headers)
            room.headers.try_emplace(header);
    }
    return offences(room);
}

std::map<std::string, Room> rooms() {
    std::map<std::string, Room> rooms;
    const fs::path root = CASUSTAFEL_SOURCE_DIR;
    for (const char* folder : {"proto", "server", "client"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const fs::path& path = entry.path();
            const std::string room = fs::relative(path.parent_path(), root).generic_string();
            if (path.extension() == ".hpp") rooms[room].headers[path.stem()] = said_in(path);
            if (path.extension() == ".cpp") rooms[room].sources[path.stem()] = said_in(path);
        }
    }
    return rooms;
}

TEST(Declarations, lead_to_their_definitions) {
    std::size_t functions = 0;
    for (const auto& [name, room] : rooms()) {
        for (const auto& [header, said] : room.headers) functions += said.size();
        if (not_yet.contains(name)) continue;
        EXPECT_EQ("", offences_in(name, room)) << name;
    }
    EXPECT_GT(functions, 1000U);
}

TEST(Declarations, of_a_listed_room_do_not_or_it_leaves_the_list) {
    const auto all = rooms();
    for (const std::string& listed : not_yet) {
        const auto room = all.find(listed);
        const bool wrong = room != all.end() && !offences(room->second).empty();
        EXPECT_TRUE(wrong) << listed << " is so now: take it off the list";
    }
}

}  // namespace
