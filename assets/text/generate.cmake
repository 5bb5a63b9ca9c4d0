# Turns nl.json and en.json (flat: "key.with.dots": "sentence with {0} {1}") into text.hpp and text.cpp.
# A key missing in one language stops the build: no screen may fall back to another tongue.
file(READ ${FOLDER}/nl.json nl)
file(READ ${FOLDER}/en.json en)
foreach(language nl en)
    string(JSON count LENGTH "${${language}}")
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
        string(JSON key MEMBER "${${language}}" ${index})
        string(JSON sentence GET "${${language}}" ${key})
        list(APPEND keys_${language} ${key})
        string(REPLACE "\\" "\\\\" sentence "${sentence}")
        string(REPLACE "\"" "\\\"" sentence "${sentence}")
        string(REPLACE "\n" "\\n" sentence "${sentence}")
        set(${language}_${key} "${sentence}")
    endforeach()
    list(SORT keys_${language})
endforeach()
if(NOT "${keys_nl}" STREQUAL "${keys_en}")
    set(only_nl ${keys_nl})
    list(REMOVE_ITEM only_nl ${keys_en})
    set(only_en ${keys_en})
    list(REMOVE_ITEM only_en ${keys_nl})
    message(FATAL_ERROR "assets/text: only in nl.json: ${only_nl}; only in en.json: ${only_en}")
endif()

set(constants "")
set(rows "")
foreach(key IN LISTS keys_nl)
    string(REPLACE "." "_" constant ${key})
    string(APPEND constants "    ${constant},\n")
    string(APPEND rows "    {\"${key}\", \"${nl_${key}}\", \"${en_${key}}\"},\n")
endforeach()

# Written only when the keys change: another sentence compiles one file, not every one.
file(CONFIGURE OUTPUT ${OUT}/assets/text/text.hpp @ONLY CONTENT "#pragma once
// The sentences of the programs, Dutch and English, compiled in. Generated from assets/text/*.json;
// a key that is in one language only does not build.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace casustafel::text {

enum class Language : std::uint8_t { nl, en };

enum class Key : std::uint16_t {
${constants}};

// The sentence for `key`, with its {0} {1} … still in place.
std::string_view say(Key key, Language language);

// The sentence with {0} {1} … replaced by the arguments; a missing argument leaves its mark in place.
std::string say(Key key, Language language, std::span<const std::string> arguments);

// The key named \"rejection.unknown\", or nothing when there is no such key.
std::optional<Key> find(std::string_view name);

// The name of a key as it stands in the files.
std::string_view name(Key key);

// How many keys there are; Key values run from 0 to count() - 1.
std::size_t count();

}  // namespace casustafel::text
")
file(WRITE ${OUT}/text.cpp "#include \"assets/text/text.hpp\"

#include <algorithm>
#include <array>

namespace casustafel::text {
namespace {

struct Row {
    std::string_view name, nl, en;
};

constexpr Row rows[] = {
${rows}};

}  // namespace

std::string_view say(Key key, Language language) {
    const Row& row = rows[static_cast<std::size_t>(key)];
    return language == Language::nl ? row.nl : row.en;
}

std::string say(Key key, Language language, std::span<const std::string> arguments) {
    const std::string_view sentence = say(key, language);
    std::string out;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const bool mark = sentence[at] == '{' && at + 2 < sentence.size() && sentence[at + 2] == '}';
        const std::size_t index = mark ? static_cast<std::size_t>(sentence[at + 1] - '0') : 10;
        if (index < arguments.size()) {
            out += arguments[index];
            at += 2;
        } else {
            out += sentence[at];
        }
    }
    return out;
}

std::optional<Key> find(std::string_view name) {
    const auto* end = std::end(rows);
    const auto* row = std::lower_bound(std::begin(rows), end, name,
                                       [](const Row& left, std::string_view right) { return left.name < right; });
    if (row == end || row->name != name) return std::nullopt;
    return static_cast<Key>(row - std::begin(rows));
}

std::string_view name(Key key) { return rows[static_cast<std::size_t>(key)].name; }

std::size_t count() { return std::size(rows); }

}  // namespace casustafel::text
")
