#pragma once
// The checks by which a log knows that it is whole. Every record carries one that takes in the one
// before it, every value one over its name and bytes, and a seal says after each commit where the
// log of a session ends and which values stand beside it. Checks find damage, not forgery. They
// must not know where anything is kept.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::store {

// BLAKE2b-128.
using Check = std::array<std::uint8_t, 16>;

std::string_view bytes_of(const Check&);

// The check before the first record of a session.
Check first_check(std::string_view session, std::string_view header);
// Where the chain of one that was erased stands: where no record ever ends.
Check erased_check(std::string_view session);
// The check of what stands at `seq`, from the one before it.
Check next_check(const Check& before, std::uint64_t seq, std::string_view bytes);

// How far one session came: a session of the server stands under its number, the server itself
// under 0, whose log is the list of sessions.
struct Seal {
    std::uint64_t revision = 0;  // commits that changed the session
    std::uint64_t length = 0;    // records
    Check last{};                // of the last record
    std::uint64_t values = 0;    // of all `value_mark`s, each taken in by exclusive or
    bool operator==(const Seal&) const = default;
};

constexpr const char* seal_name = "";   // of the value that it is; no other has none
constexpr std::size_t seal_bytes = 64;  // a power of two: no seal crosses a sector

std::string encode_seal(std::uint64_t number, const Seal&);
// Nothing when these are not the bytes of a seal of this number.
std::optional<Seal> decode_seal(std::uint64_t number, std::string_view bytes);

// What a seal remembers of a value: that the one of this name was last set at this revision. It
// holds nothing of the value's bytes, so that nothing is left of them when they are erased.
std::uint64_t value_mark(std::string_view session, std::string_view name, std::uint64_t revision);

// A value as it stands on disk: its check and revision in front, so that both are overwritten and
// erased with it.
std::string encode_value(std::string_view session, std::string_view name, std::uint64_t revision,
                         std::string_view bytes);
struct StoredValue {
    std::uint64_t revision = 0;
    std::string bytes;
};
// Nothing when it is not what was written under this name.
std::optional<StoredValue> decode_value(std::string_view session, std::string_view name,
                                        std::string_view stored);
constexpr std::size_t value_overhead = 24;
// The revision that stands in front of a value, whether or not the value is whole.
std::uint64_t revision_in(std::string_view stored);

}  // namespace casustafel::store
