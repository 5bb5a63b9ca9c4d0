#pragma once
// Inside the console only: a thing of a list by what was typed for it, its number or its id.
#include <cstdint>
#include <string>

#include "client/console/said/typed_words.hpp"

namespace casustafel::console {

// The id with this number, counted from 1, in a list of entities; 0 when there is none.
template <class List>
std::uint64_t id_at(const List& list, const std::string& number) {
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (number == std::to_string(at + 1)) return list[at]->id();
    }
    return 0;
}

// The id among `list` that was typed, capitals aside; else what was typed, in capitals.
template <class List>
std::string meant(const List& list, const std::string& typed) {
    for (const auto* each : list) {
        if (each->id() == typed) return typed;
    }
    for (const auto* each : list) {
        if (same_word(each->id(), typed)) return each->id();
    }
    return upper(typed);
}

}  // namespace casustafel::console
