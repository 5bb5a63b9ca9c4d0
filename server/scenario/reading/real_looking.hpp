#pragma once
// Looks for what could be a real person's: a citizen service number, a telephone number, a bank
// account, an e-mail address or a postal code. Cases are invented; such a thing in one is a
// mistake, and nobody should have to find out whose it is.
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::scenario {

// Gives the first such part of `text`, or nothing.
std::optional<std::string> real_looking(std::string_view text);

}  // namespace casustafel::scenario
