#pragma once
// How a struct stands in a file: one `fields(visit, Of<T>)` per struct names its keys, their
// members, what is required, ranges, and help in both languages. The same description drives
// reading, "did you mean", the JSON Schema and the authors' reference, so these cannot disagree.
// The visitor is called with `about(name, help)` once, then with every field in the order authors
// should write them.
#include <cstdint>
#include <string_view>

#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {

struct Help {
    std::string_view nl, en;
};

// What a value means beyond its C++ type.
enum class Meaning : std::uint8_t {
    plain,
    id,          // text: letters, digits, - and _
    date,        // text: 2025-03-01
    time,        // number: D0 16:30, as milliseconds since midnight of day 0
    duration,    // number: 20m, 2h or 1d, as milliseconds
    minutes,     // number: whole minutes, as milliseconds
    line,        // text: one line, a name or title
    paragraphs,  // text: may hold new lines
    page,        // text: as paragraphs, up to a page
};

template <class T>
struct Of {};

// The two words a yes-or-no is written with.
struct YesNoWords {
    std::string_view no = "false", yes = "true";
};

struct Traits {
    std::string_view key;
    Help help;
    bool required = false;
    Meaning meaning = Meaning::plain;
    YesNoWords words;
    long long least = 0;
    long long most = limits::references;  // of a number, or of the elements of a list
    std::string_view only;                // of a word: the only ones allowed, separated by spaces
    bool tells_default = true;  // of what may be left out: the value it then has means something
};

template <class Owner, class Value>
struct Field {
    Traits traits;
    Value Owner::*member;

    Field as(Meaning meaning) const {
        Field field = *this;
        field.traits.meaning = meaning;
        return field;
    }
    Field between(long long least, long long most) const {
        Field field = *this;
        field.traits.least = least;
        field.traits.most = most;
        return field;
    }
    Field words(std::string_view no, std::string_view yes) const {
        Field field = *this;
        field.traits.words = {no, yes};
        return field;
    }
    // When the field is left out it is not asked, and whatever the member then holds means nothing.
    Field unless_asked() const {
        Field field = *this;
        field.traits.tells_default = false;
        return field;
    }
    Field only(std::string_view allowed) const {
        Field field = *this;
        field.traits.only = allowed;
        return field;
    }
};

// A field that must be there; of a list: with at least one element.
template <class Owner, class Value>
Field<Owner, Value> must(std::string_view key, Value Owner::*member, Help help) {
    return {{.key = key, .help = help, .required = true, .least = 1}, member};
}

// A field that may be left out.
template <class Owner, class Value>
Field<Owner, Value> may(std::string_view key, Value Owner::*member, Help help) {
    return {{.key = key, .help = help}, member};
}

// Some members of one struct, written as a map of their own. `describe` is called with the visitor.
template <class Describe>
struct Group {
    Traits traits;
    Describe describe;
};
template <class Describe>
Group<Describe> group(std::string_view key, Help help, Describe describe) {
    return {{.key = key, .help = help}, describe};
}

namespace detail {
struct Nobody {
    void about(std::string_view, Help) {}
    template <class Anything>
    void operator()(const Anything&) {}
};
}  // namespace detail

template <class T>
concept Described = requires(detail::Nobody& visit) {
    fields(visit, Of<T>{});
};

}  // namespace casustafel::scenario
