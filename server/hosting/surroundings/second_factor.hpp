#pragma once
// The second factor of a trainer: six digits that follow from a shared secret and the time (TOTP,
// RFC 6238, SHA-1, thirty seconds), as the programs on telephones make them.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::hosting {

// Of which step of thirty seconds these are the digits, at most one off from now; nothing: of none.
std::optional<std::int64_t> step_of_digits(std::string_view secret, std::string_view digits,
                                           std::int64_t wall_ms);

// What such a program reads, mostly as a QR code.
std::string otpauth_uri(std::string_view secret, std::string_view name);

}  // namespace casustafel::hosting
