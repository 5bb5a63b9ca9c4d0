#pragma once
// What was found while one file was read: the diagnostics, which values cannot be trusted, and
// where each value stood. A place is a path like items[3].needs[0].by; lint finds positions with it
// long after the tree is gone.
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/diagnostic.hpp"
#include "server/scenario/reading/fields.hpp"
#include "server/scenario/reading/node.hpp"

namespace casustafel::scenario {

class Findings {
public:
    Findings(std::string file, std::vector<Diagnostic>& diagnostics)
        : file_(std::move(file)), diagnostics_(diagnostics) {}

    const std::string& file() const { return file_; }
    // What diagnostics in the libraries are called, in the order of Position::library.
    void name_libraries(std::vector<std::string> names) { libraries_ = std::move(names); }

    // Reports at the place `path`, or its nearest surroundings that exist.
    void report(const std::string& path, Sentence message, std::optional<Sentence> hint = {},
                Severity severity = Severity::error);
    // The same at a position, and remembers that what is at `path` cannot be trusted.
    void fail(Position at, const std::string& path, Sentence message,
              std::optional<Sentence> hint = {}, Severity severity = Severity::error);

    // Remembers a key that is unknown in the map at `path`, or missing there, until `settle`.
    void note_unknown(const std::string& path, std::string key, Position at, Sentence hint);
    void note_missing(const std::string& path, std::string key, Position at, Severity);
    // Reports what was noted: a key that stands a level too high or too low and is missing where it
    // belongs is one mistake, and so are all keys that one map misses.
    void settle();
    // Remembers that what is at `path` cannot be trusted; who says so has been told already.
    void distrust(const std::string& path) { failed_.insert(path); }

    void remember(const std::string& path, Position at) { places_.insert({path, at}); }
    Position at(std::string path) const;
    // Whether something stands at this path in the file.
    bool written(const std::string& path) const { return places_.contains(path); }
    // Whether the value at exactly this path failed to read.
    bool failed(const std::string& path) const { return failed_.contains(path); }
    // Whether no value at or under this path failed to read.
    bool sound(const std::string& path) const;

    // Checks one sentence of a text: characters, length, and whether it could point at a real
    // person.
    void check_text(const Node&, const std::string& path, std::string& value, Meaning);

private:
    struct Noted {
        std::string path, key;
        Position at;
        Sentence hint;
        Severity severity = Severity::error;
    };
    bool take_missing(const Noted& unknown);
    void report_missing();

    const std::string& file_of(Position) const;

    std::string file_;
    std::vector<std::string> libraries_;
    std::vector<Diagnostic>& diagnostics_;
    std::map<std::string, Position> places_;
    std::set<std::string> failed_;
    std::vector<Noted> unknown_, missing_;
};

// "items[3]" and "items[3].by".
std::string element(const std::string& path, std::size_t index);
std::string under(const std::string& path, std::string_view key);

// The most characters a text of this meaning may have.
long long most_characters(Meaning);

// The words of a list separated by spaces.
std::vector<std::string> words_of(std::string_view list);

}  // namespace casustafel::scenario
