#pragma once
// Inside core only: a closed word list as one table of (value, word) in the order of its
// enumerators. A table in another order, or with a gap, does not compile.
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "server/core/invariant.hpp"

namespace casustafel::core {

template <class E>
struct Word {
    E value;
    std::string_view word;
};

// The list of E is `List<E>::words`, specialised where the list is written.
template <class E>
struct List;

template <class E>
constexpr bool in_order() {
    std::size_t expected = 0;
    for (const auto& entry : List<E>::words)
        if (static_cast<std::size_t>(entry.value) != expected++) return false;
    return true;
}

template <class E>
std::string_view word_of(E value) {
    static_assert(in_order<E>(), "the table follows the enumerators");
    const auto index = static_cast<std::size_t>(value);
    invariant(index < std::size(List<E>::words), "an enumerator of a closed list");
    return List<E>::words[index].word;
}

template <class E>
std::optional<E> value_of(std::string_view word) {
    for (const auto& entry : List<E>::words)
        if (entry.word == word) return entry.value;
    return std::nullopt;
}

}  // namespace casustafel::core
