#pragma once
// The header of one whole binary message from a server (RFC 6455, section 5.2): two, four or ten
// bytes; a server masks nothing.
#include <array>
#include <cstddef>
#include <cstdint>

namespace casustafel::net {

struct FrameHeader {
    std::array<std::uint8_t, 10> bytes;
    std::size_t size;
};

constexpr FrameHeader frame_header(std::uint64_t payload_bytes) {
    constexpr std::uint8_t final_binary = 0x82;
    const int length_bytes = payload_bytes < 126 ? 0 : payload_bytes <= 0xffff ? 2 : 8;
    FrameHeader header{{final_binary}, 2};
    header.bytes[1] = static_cast<std::uint8_t>(length_bytes == 0   ? payload_bytes
                                                : length_bytes == 2 ? 126
                                                                    : 127);
    for (int left = length_bytes; left > 0; --left)
        header.bytes[header.size++] = static_cast<std::uint8_t>(payload_bytes >> (8 * (left - 1)));
    return header;
}

}  // namespace casustafel::net
