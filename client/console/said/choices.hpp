#pragma once
// The closed word lists as somebody types them on the console: the contract's word, its number in
// the list shown by `keuzes`, or the beginning of what the list calls it.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "client/console/said/printer.hpp"

namespace casustafel::console {

// A closed list that can be typed. The places of the words are the values; `prefix` is that of
// their text keys, `first_number` what `keuzes` calls the first.
struct WordList {
    std::string_view kind;
    std::span<const std::string_view> words;
    std::string_view prefix;
    int first_number = 1;
};

// By its name; nullptr when there is none.
const WordList* word_list(std::string_view kind);

// The place of the word that is meant; nothing when none or more than one fits.
std::optional<std::size_t> choose(const Printer&, const WordList&, std::string_view typed);

}  // namespace casustafel::console
