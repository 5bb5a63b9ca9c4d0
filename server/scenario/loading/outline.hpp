#pragma once
// The `fields()` descriptions as plain values: every struct, its keys, and what may stand there.
// The JSON Schema and the authors' reference are both written from this, so they know nothing of
// templates.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/fields.hpp"

namespace casustafel::scenario {

enum class Holds { word, id, text, yes_or_no, number, time, duration, date, record };

struct OutlineField {
    Traits traits;
    Holds holds{};
    bool list = false;
    std::vector<std::string> words;  // the only ones allowed, when these are counted
    std::string record;              // the name of the struct it holds
    std::string unless_written;      // the value without this key; empty: none worth telling
};

struct Outline {
    std::string name;
    Help help;
    std::vector<OutlineField> fields;
    bool word_will_do = false;  // a single word of its `kind` may stand for the whole
};

// Every struct of a case file, the case itself first, each before those it holds.
std::vector<Outline> outline_of_case();

// The same of a library.
std::vector<Outline> outline_of_library();

// The same of a rules pack.
std::vector<Outline> outline_of_rules();

}  // namespace casustafel::scenario
