#pragma once
// How a verb is typed, as its text says it: "onderbuik [stuk {item}] [tekst] {text}". A word stands
// for itself, {field} for a value of that field of the command's message, what stands in [ ] may be
// left out, and (…) is a remark for the reader. What begins with a word of its own may come in any
// order behind the first part. README.md tells how a slot is written. It knows no verb.
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/console/said/typed_words.hpp"

namespace casustafel::console {

// How much of a line a slot takes: one word, two (a time), or all that is left (free text).
enum class Extent : std::uint8_t { word, two_words, rest };

// A word, or a slot: {[word=]field[:kind][!][/as]}.
struct Piece {
    std::array<std::string, 2> word;  // Dutch and English; both empty: nobody types a word here
    std::string field;                // what a slot fills; of a word: the yes or no that it says
    std::string kind;                 // of thing that is typed; that of the field's name by itself
    std::string as;                   // what the second field of each element says
    bool known = false;               // the typist's view must have it
    bool says_yes = false;            // {word=field}, or {=field} when it is so without a word
    bool optional = false;            // the word may be left out
    Extent extent = Extent::word;

    bool is_slot() const { return !field.empty() && !says_yes; }
};

// What stands together: the first part begins with the verb, each other one is told by its word.
struct Part {
    bool optional = false;
    std::vector<Piece> pieces;
};
using Grammar = std::vector<Part>;

// A line of the texts in both languages; nothing when it cannot be read or the two differ in more
// than their words.
std::optional<Grammar> grammar_of(std::string_view dutch, std::string_view english);

// A line of the texts for a reader: each slot by its name, remarks stay.
std::string shown(std::string_view line, const std::function<std::string(Piece)>& slot_name);

// What stands in which slot of a typed line.
struct Filled {
    const Piece* piece = nullptr;
    std::string typed;
};

// The slots of this grammar filled from a line; nothing when the line is not of this form: a word
// too many, a part too few.
std::optional<std::vector<Filled>> match(const Grammar&, const Words&);

}  // namespace casustafel::console
