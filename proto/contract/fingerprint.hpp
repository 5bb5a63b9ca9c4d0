#pragma once
// FNV-1a of 64 bits: a number that tells one run of bytes from another. It is the same on every
// machine and guards against nobody's intent.
#include <cstdint>
#include <string_view>

namespace casustafel::contract {

class Fingerprint {
public:
    static constexpr std::uint64_t start = 0xcbf29ce484222325, prime = 0x100000001b3;

    constexpr Fingerprint() = default;
    // Goes on from a start of its own.
    constexpr explicit Fingerprint(std::uint64_t seed) : value_(seed) {}

    constexpr void add(std::uint8_t byte) { value_ = (value_ ^ byte) * prime; }
    constexpr void add(std::string_view bytes) {
        for (const char byte : bytes) add(static_cast<std::uint8_t>(byte));
    }

    // A whole number in one step, for what is too long to go by bytes: give a hash of a piece.
    constexpr void add_whole(std::uint64_t number) { value_ = (value_ ^ number) * prime; }

    constexpr std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = start;
};

constexpr std::uint64_t fingerprint(std::string_view bytes) {
    Fingerprint print;
    print.add(bytes);
    return print.value();
}

}  // namespace casustafel::contract
