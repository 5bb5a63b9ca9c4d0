#pragma once
// A closed list of words: an enum whose every value has one spelling, which is the enumerator, the
// YAML key, the word in the contract and the end of the text key alike.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::contract {

namespace detail {

// A value outside its list is an error of ours.
[[noreturn]] inline void end_for_no_word() {
    std::fputs("casustafel: a value outside its closed list\n", stderr);
    std::abort();
}

}  // namespace detail

// The words of a list in the order of its values; filled by CLOSED_LIST.
template <class E>
inline constexpr std::array<std::string_view, 0> words{};

template <class E>
concept ClosedList = !words<E>.empty();

// How many values a list has; values run from 0 to count - 1.
template <ClosedList E>
constexpr std::size_t count() {
    return words<E>.size();
}

// The word for a value, e.g. name(Purpose::care) == "care".
template <ClosedList E>
constexpr std::string_view name(E value) {
    const auto index = static_cast<std::size_t>(value);
    if (index >= words<E>.size()) detail::end_for_no_word();
    return words<E>[index];
}

// The word as messages carry it.
template <ClosedList E>
std::string word(E value) {
    return std::string(name(value));
}

// The value whose name is `word`, or nothing.
template <ClosedList E>
constexpr std::optional<E> named(std::string_view word) {
    for (std::size_t index = 0; index < words<E>.size(); ++index)
        if (words<E>[index] == word) return static_cast<E>(index);
    return std::nullopt;
}

// What a message carries as a word is compared with the value: `ask.status() == AskStatus::open`.
template <ClosedList E>
constexpr bool operator==(std::string_view word, E value) {
    return word == name(value);
}

namespace detail {

constexpr std::size_t words_in(std::string_view list) {
    std::size_t count = 1;
    for (const char letter : list) count += letter == ',';
    return count;
}

// "fact, true_" in its words. An underscore at the end is the enumerator's alone.
template <std::size_t count>
constexpr std::array<std::string_view, count> split(std::string_view list) {
    std::array<std::string_view, count> found{};
    for (std::string_view& word : found) {
        word = list.substr(0, list.find(','));
        list.remove_prefix(word.size() + (word.size() < list.size() ? 1 : 0));
        while (word.front() == ' ') word.remove_prefix(1);
        if (word.back() == '_') word.remove_suffix(1);
    }
    return found;
}

}  // namespace detail
}  // namespace casustafel::contract

// CLOSED_LIST(Mark, fact, assumption, refuted) is the enum and its words. Stands in the namespace
// casustafel::contract.
#define CLOSED_LIST(List, ...)                      \
    enum class List : std::uint8_t { __VA_ARGS__ }; \
    template <>                                     \
    inline constexpr auto words<List> =             \
        detail::split<detail::words_in(#__VA_ARGS__)>(#__VA_ARGS__)
