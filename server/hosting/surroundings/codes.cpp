#include "server/hosting/surroundings/codes.hpp"

#include <sodium.h>

#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>

namespace casustafel::hosting {
namespace {

constexpr std::string_view alphabet = "ACDEFGHJKMNPQRTUVWXY3467";

std::string keyed_hash(std::string_view message, std::string_view key, std::size_t bytes) {
    std::string out(bytes, '\0');
    const int failed =
        crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), bytes,
                           reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                           reinterpret_cast<const unsigned char*>(key.data()), key.size());
    if (failed != 0) std::abort();
    return out;
}

}  // namespace

RandomBytes system_random() {
    if (sodium_init() < 0) std::abort();
    return [](std::uint8_t* to, std::size_t count) { randombytes_buf(to, count); };
}

std::string random_bytes(const RandomBytes& random, std::size_t count) {
    std::string out(count, '\0');
    random(reinterpret_cast<std::uint8_t*>(out.data()), count);
    return out;
}

core::CommandId random_command_id(const RandomBytes& random) {
    core::CommandId id;
    random(id.data(), id.size());
    return id;
}

std::string readable_code(const RandomBytes& random, std::size_t length) {
    std::string out;
    while (out.size() < length) {
        std::uint8_t byte = 0;
        random(&byte, 1);
        // 240 is the largest multiple of 24 in a byte: every letter is equally likely.
        if (byte < 240) out += alphabet[byte % alphabet.size()];
    }
    return out;
}

std::string normalised_code(std::string_view typed) {
    std::string out;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        out += static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
    }
    return out;
}

std::string hex(std::string_view bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    out.pop_back();
    return out;
}

std::string secret_hash(std::string_view secret) { return keyed_hash(secret, {}, 32); }

Fingerprint fingerprint(std::string_view bytes) {
    Fingerprint out{};
    const int failed = crypto_generichash(out.data(), out.size(),
                                          reinterpret_cast<const unsigned char*>(bytes.data()),
                                          bytes.size(), nullptr, 0);
    if (failed != 0) std::abort();
    return out;
}

bool equal_secrets(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

core::EntityId derived_id(std::string_view session_key, core::ParticipantId participant,
                          const core::CommandId& command_id) {
    std::string message(reinterpret_cast<const char*>(command_id.data()), command_id.size());
    const auto number = static_cast<std::uint32_t>(participant);
    for (int shift = 0; shift < 32; shift += 8) {
        message += static_cast<char>((number >> shift) & 0xFF);
    }
    const std::string hash = keyed_hash(message, session_key, 16);
    std::uint64_t id = 0;
    for (int at = 0; at < 8; ++at) {
        id = id << 8 | static_cast<std::uint8_t>(hash[static_cast<std::size_t>(at)]);
    }
    return core::EntityId{id == 0 ? 1 : id};
}

}  // namespace casustafel::hosting
