#pragma once
// The closed word lists as somebody types them on the console: the contract's word, its number in
// the list shown by `keuzes`, or the beginning of what the list calls it.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/console/printer.hpp"

namespace casustafel::console {

const std::vector<std::string>& purpose_words();
const std::vector<std::string>& category_words();
// Index is the form's number: 0 silent to 5 source.
const std::vector<std::string>& form_words();
const std::vector<std::string>& refusal_words();
const std::vector<std::string>& mark_words();
const std::vector<std::string>& phase_words();

// The word of `words` that is meant; nothing when none or more than one fits. `prefix` is that of
// the text keys ("purpose"), `first_number` what the list calls its first word.
std::optional<std::string> choose(const Printer&, const std::vector<std::string>& words,
                                  const std::string& prefix, std::string_view typed,
                                  int first_number = 1);

}  // namespace casustafel::console
