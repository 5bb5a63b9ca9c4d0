#pragma once
// The text in which drafts are kept: a first line that says what it is, then one line for each
// thing that was typed or chosen, its path and its value. Writing and reading go the same way
// through the same fields, so the two cannot differ. It reads whatever it is given: what it does
// not know it leaves out, and it never takes more than its limits.
#include <charconv>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casustafel::ui {

// How a field counts when it is asked whether something was begun.
enum class Counts : std::uint8_t {
    no,        // says what the draft is about or how it is meant
    in_title,  // was chosen, and the title names it
    chosen,    // was chosen, and is told
    typed,     // was typed, and is told; blanks do not count
};

// A draft that is a text alone. Every other draft has its `fields` in the file of its dialog: a
// visitor is called with the name of a field in the file, its value, how it counts, and the family
// of words that a choice is told with.
template <class Visit>
void fields(Visit& visit, std::string& text) {
    visit("", text, Counts::typed);
}

class DraftsFile {
public:
    // A file to write, with nothing in it yet.
    DraftsFile() = default;
    // A file to read; nothing: this is no such text.
    static std::optional<DraftsFile> of(std::string_view text);

    bool writes() const { return writes_; }
    // What was written; empty: nothing was begun.
    std::string text() const;
    // The first steps of the paths that were read, as they were before they were made safe.
    std::set<std::string> tops() const;

    // One step of a path, safe from what parts paths and lines.
    static std::string step(std::string_view name);

    // Takes what stands at this path, or puts it there when it is not empty.
    void field(const std::string& path, std::string& value);
    void field(const std::string& path, bool& value);
    template <class Number>
    requires std::integral<Number>
    void field(const std::string& path, Number& value) {
        std::string text = value == 0 ? std::string() : std::to_string(value);
        field(path, text);
        if (!writes_) std::from_chars(text.data(), text.data() + text.size(), value);
    }
    template <class Name>
    void field(const std::string& path, std::set<Name>& values) {
        std::map<Name, bool> there;
        for (const Name& value : values) there[value] = true;
        field(path, there);
        for (const auto& [value, is_there] : there) values.insert(value);
    }
    template <class Name>
    void field(const std::string& path, std::map<Name, bool>& values) {
        each(path, values, [&](const std::string& at, bool& value) { field(at, value); });
    }

    template <class Name>
    void field(const std::string& path, std::map<Name, std::string>& values) {
        each(path, values, [&](const std::string& at, std::string& value) { field(at, value); });
    }

    // All fields of a draft, under this path.
    template <class Draft>
    void draft(const std::string& path, Draft& draft) {
        Visitor visitor{*this, path};
        fields(visitor, draft);
    }
    // A draft for each name.
    template <class Name, class Draft>
    void drafts(const std::string& path, std::map<Name, Draft>& drafts) {
        each(path, drafts, [&](const std::string& at, Draft& each) { draft(at, each); });
    }
    // `visit(path, value)` for every entry of the map: of what is written, or of what was read.
    template <class Name, class Value, class Visit>
    void each(const std::string& path, std::map<Name, Value>& values, Visit visit) {
        if (writes_) {
            for (auto& [name, value] : values) visit(path + "/" + step(text_of(name)), value);
        } else {
            for (const std::string& name : names_under(path))
                visit(path + "/" + step(name), values[name_of<Name>(name)]);
        }
    }

private:
    struct Visitor {
        DraftsFile& file;
        const std::string& path;
        template <class Value>
        void operator()(std::string_view name, Value& value, Counts = Counts::no,
                        std::string_view = {}) {
            file.field(name.empty() ? path : path + "/" + std::string(name), value);
        }
    };

    static std::string text_of(const std::string& name) { return name; }
    static std::string text_of(std::uint64_t name) { return std::to_string(name); }
    template <class Name>
    static Name name_of(const std::string& text) {
        if constexpr (std::is_same_v<Name, std::string>) {
            return text;
        } else {
            Name number = 0;
            std::from_chars(text.data(), text.data() + text.size(), number);
            return number;
        }
    }
    std::vector<std::string> names_under(const std::string& path) const;

    std::map<std::string, std::string> entries_;  // by path
    bool writes_ = true;
};

}  // namespace casustafel::ui
