#pragma once
// Codes that people type, keys that programs keep, and the hashes under which the store knows them.
// All randomness of the host comes in through `RandomBytes`, so that a simulation can seed it.
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "server/core/families/record.hpp"
#include "server/core/values/ids.hpp"

namespace casustafel::hosting {

// Fills a range with random bytes.
using RandomBytes = std::function<void(std::uint8_t*, std::size_t)>;

// The operating system's randomness.
RandomBytes system_random();

std::string random_bytes(const RandomBytes&, std::size_t count);

// `length` characters without look-alikes (no 0 O 1 I L 5 S 2 Z 8 B), capitals.
std::string readable_code(const RandomBytes&, std::size_t length);

// What a person typed, as the code it stands for: capitals, spaces and dashes dropped.
std::string normalised_code(std::string_view typed);

core::CommandId random_command_id(const RandomBytes&);

// Lower-case hexadecimal.
std::string hex(std::string_view bytes);

// BLAKE2b-256 of a secret: what the store keeps of tokens and keys.
std::string secret_hash(std::string_view secret);

// BLAKE2b-128 of what need not be kept secret, to know it again.
using Fingerprint = std::array<std::uint8_t, 16>;
Fingerprint fingerprint(std::string_view bytes);

// Compares in a time that does not depend on the content.
bool equal_secrets(std::string_view left, std::string_view right);

// The id of what a command makes: keyed BLAKE2b over (session key, participant, command id). No
// counter is behind it, so an id tells nothing about what others did.
core::EntityId derived_id(std::string_view session_key, core::ParticipantId,
                          const core::CommandId&);

}  // namespace casustafel::hosting
