#pragma once
// What somebody can be called.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::text_rules {

// Whether anything of the text is drawn: spaces, blank letters and a lone accent are nothing.
bool is_drawn(std::string_view text);

// The name in normal form, one line, without spaces at its ends and with single ones inside;
// nothing when it may not be, nothing of it is drawn or it has more characters than this.
std::optional<std::string> as_name(std::string_view text, std::size_t most_characters);

// The name with a number behind it, cut so that it still fits: "Noor (2)".
std::string numbered(std::string_view name, std::size_t number, std::size_t most_characters);

}  // namespace casustafel::text_rules
