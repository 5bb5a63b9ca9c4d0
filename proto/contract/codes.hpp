#pragma once
// The codes that people type: how many letters they have, so that a client knows when one is whole,
// and what stands behind a link.
#include <cstddef>
#include <string_view>

namespace casustafel::contract {

// Of a session, and of a way back into one: 24 letters to the power 8 are 110 thousand million,
// which nobody finds at the rate at which an address may be wrong (server/hosting/README.md
// §guessing).
inline constexpr std::size_t code_letters = 8;

// Behind the link of a session it makes a page a projector. A browser sends it to nobody.
inline constexpr std::string_view projector_mark = "#beamer";

}  // namespace casustafel::contract
