#pragma once
// The closed word lists as somebody types them on the console: the contract's word, its number in
// the list shown by `keuzes`, or the beginning of what the list calls it.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "client/console/printer.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

// The words of a closed list; their places are the values.
using WordList = std::span<const std::string_view>;

// The word of `words` that is meant; nothing when none or more than one fits. `prefix` is that of
// the text keys ("purpose"), `first_number` what the list calls its first word.
std::optional<std::string> choose(const Printer&, WordList words, const std::string& prefix,
                                  std::string_view typed, int first_number = 1);

}  // namespace casustafel::console
