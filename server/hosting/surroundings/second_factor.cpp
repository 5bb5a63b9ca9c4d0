#include "server/hosting/surroundings/second_factor.hpp"

#include <liboath/oath.h>

#include <cctype>
#include <cstdlib>

namespace casustafel::hosting {
namespace {

constexpr unsigned step_s = 30;
constexpr std::size_t steps_off = 1, digit_count = 6;

std::string base32(std::string_view bytes) {
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &size) != OATH_OK) return {};
    std::string encoded(text, size);
    std::free(text);
    while (encoded.ends_with('=')) encoded.pop_back();
    return encoded;
}

std::string in_address(std::string_view text) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string safe;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 128 && std::isalnum(byte) != 0)
            safe += letter;
        else
            safe += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return safe;
}

}  // namespace

std::optional<std::int64_t> step_of_digits(std::string_view secret, std::string_view digits,
                                           std::int64_t wall_ms) {
    if (digits.size() != digit_count) return std::nullopt;
    const std::string otp(digits);
    const std::int64_t now_s = wall_ms / 1000;
    int off = 0;
    const int found = oath_totp_validate2(secret.data(), secret.size(), now_s, step_s, 0, steps_off,
                                          &off, otp.c_str());
    if (found < 0) return std::nullopt;
    return now_s / step_s + off;
}

std::string otpauth_uri(std::string_view secret, std::string_view name) {
    return "otpauth://totp/Casustafel:" + in_address(name) + "?secret=" + base32(secret) +
           "&issuer=Casustafel&algorithm=SHA1&digits=6&period=30";
}

}  // namespace casustafel::hosting
