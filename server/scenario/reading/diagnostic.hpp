#pragma once
// What is wrong with an author's file: where, what, and what would help. Reading never stops at the
// first problem; it gathers these. The sentences are text keys "diagnostic.*", so they speak both
// languages.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assets/text/text.hpp"

namespace casustafel::scenario {

enum class Severity : std::uint8_t { error, warning };

// Line and column count from 1; the column counts characters, not bytes.
struct Position {
    int line = 1, column = 1;
    int library = 0;  // 0: the file itself; else which of the libraries that it takes from
    auto operator<=>(const Position&) const = default;
};

struct Sentence {
    text::Key key{};
    std::vector<std::string> arguments;
    bool operator==(const Sentence&) const = default;
};

struct Diagnostic {
    std::string file;
    Position at;
    Severity severity = Severity::error;
    Sentence message;
    std::optional<Sentence> hint;
};

// The sentence in words.
std::string say(const Sentence&, text::Language);

// "file:line:column: error: …", and below it the line of `source` with a caret and the hint, when
// there is one. `source` is the text of the diagnostic's file; empty: no line is shown.
std::string print(const Diagnostic&, std::string_view source, text::Language);

// Whether any of them is an error.
bool has_error(const std::vector<Diagnostic>&);

// Sorts by file as first met, then position; leaves each problem once, and at most the limit of
// them.
void tidy(std::vector<Diagnostic>&);

}  // namespace casustafel::scenario
