#pragma once
// Inside view only: the few pieces of protobuf's wire format needed to put ready-made entities into
// a frame without parsing them again.
#include <cstdint>
#include <string>
#include <string_view>

namespace casustafel::view {

inline std::size_t varint_size(std::uint64_t value) {
    std::size_t bytes = 1;
    for (; value >= 0x80; value >>= 7) ++bytes;
    return bytes;
}

inline void append_varint(std::string& to, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) to.push_back(static_cast<char>(value | 0x80));
    to.push_back(static_cast<char>(value));
}

// The tag of a length-delimited field.
inline void append_tag(std::string& to, int field) {
    append_varint(to, static_cast<std::uint64_t>(field) << 3 | 2);
}

// A whole length-delimited field.
inline void append_field(std::string& to, int field, std::string_view bytes) {
    append_tag(to, field);
    append_varint(to, bytes.size());
    to.append(bytes);
}

}  // namespace casustafel::view
