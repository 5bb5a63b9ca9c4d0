#pragma once
// Bytes and numbers as lower-case hexadecimal digits, and back.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::contract {

inline constexpr std::string_view hex_digits = "0123456789abcdef";

inline std::string to_hex(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        text += hex_digits[static_cast<unsigned char>(byte) >> 4];
        text += hex_digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

// A number in sixteen digits, as it stands in the keys of entities.
inline std::string to_hex(std::uint64_t number) {
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number /= 16)
        *digit = hex_digits[number % 16];
    return digits;
}

// The bytes that a text of digits stands for; nothing when it is none.
inline std::optional<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const std::size_t high = hex_digits.find(text[at]), low = hex_digits.find(text[at + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

}  // namespace casustafel::contract
