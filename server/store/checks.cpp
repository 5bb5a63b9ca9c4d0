#include "server/store/checks.hpp"

#include <sodium.h>

#include <algorithm>

namespace casustafel::store {
namespace {

// The library chooses its fastest code for this machine when it is made ready.
const int ready = sodium_init();

class Hashing {
public:
    Hashing() { crypto_generichash_init(&state_, nullptr, 0, Check{}.size()); }
    Hashing& number(std::uint64_t value) {
        std::array<std::uint8_t, 8> bytes{};
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(value), value >>= 8;
        return add(bytes.data(), bytes.size());
    }
    // The length goes first, so that no two lists of texts look alike.
    Hashing& text(std::string_view text) { return number(text.size()).raw(text); }
    Hashing& raw(std::string_view text) {
        return add(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }
    Check finish() {
        Check check{};
        crypto_generichash_final(&state_, check.data(), check.size());
        return check;
    }

private:
    Hashing& add(const std::uint8_t* bytes, std::size_t size) {
        crypto_generichash_update(&state_, bytes, size);
        return *this;
    }

    crypto_generichash_state state_;
};

void put(std::string& bytes, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(value >> shift);
}

std::uint64_t number_in(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 8; i > 0; --i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i - 1]);
    return value;
}

Check check_in(std::string_view bytes, std::size_t at) {
    Check check{};
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), check.size(), check.begin());
    return check;
}

Check value_check(std::string_view session, std::string_view name, std::uint64_t revision,
                  std::string_view bytes) {
    return Hashing().text(session).text(name).number(revision).raw(bytes).finish();
}

Check seal_check(std::string_view bytes) { return Hashing().text("seal").raw(bytes).finish(); }

}  // namespace

std::string_view bytes_of(const Check& check) {
    return {reinterpret_cast<const char*>(check.data()), check.size()};
}

Check first_check(std::string_view session, std::string_view header) {
    return Hashing().text(session).text(header).finish();
}

Check next_check(const Check& before, std::uint64_t seq, std::string_view bytes) {
    return Hashing().raw(bytes_of(before)).number(seq).raw(bytes).finish();
}

Check erased_check(std::string_view session) {
    return next_check(first_check(session, {}), 0, "erased");
}

std::string encode_seal(std::uint64_t number, const Seal& seal) {
    std::string bytes;
    bytes.reserve(seal_bytes);
    for (const std::uint64_t each : {number, seal.revision, seal.length, seal.values})
        put(bytes, each);
    bytes += bytes_of(seal.last);
    return bytes += bytes_of(seal_check(bytes));
}

std::optional<Seal> decode_seal(std::uint64_t number, std::string_view bytes) {
    if (bytes.size() != seal_bytes || number_in(bytes, 0) != number ||
        check_in(bytes, 48) != seal_check(bytes.substr(0, 48)))
        return std::nullopt;
    return Seal{.revision = number_in(bytes, 8),
                .length = number_in(bytes, 16),
                .last = check_in(bytes, 32),
                .values = number_in(bytes, 24)};
}

std::uint64_t value_mark(std::string_view session, std::string_view name, std::uint64_t revision) {
    const Check check = Hashing().text(session).text(name).number(revision).finish();
    return number_in(bytes_of(check), 0);
}

std::string encode_value(std::string_view session, std::string_view name, std::uint64_t revision,
                         std::string_view bytes) {
    std::string stored(bytes_of(value_check(session, name, revision, bytes)));
    put(stored, revision);
    return stored += bytes;
}

std::uint64_t revision_in(std::string_view stored) {
    return stored.size() < value_overhead ? 0 : number_in(stored, Check{}.size());
}

std::optional<StoredValue> decode_value(std::string_view session, std::string_view name,
                                        std::string_view stored) {
    if (stored.size() < value_overhead) return std::nullopt;
    const std::uint64_t revision = revision_in(stored);
    const std::string_view bytes = stored.substr(value_overhead);
    if (check_in(stored, 0) != value_check(session, name, revision, bytes)) return std::nullopt;
    return StoredValue{revision, std::string(bytes)};
}

}  // namespace casustafel::store
