#pragma once
// Texts as nobody would type them: bases, accents, joiners, flags, controls, spaces, marks that
// steer and any other character, in any order; the same for a seed on every machine.
#include <cstdint>
#include <random>
#include <string>

#include "proto/contract/utf8.hpp"

namespace casustafel::text_rules {

class RandomText {
public:
    explicit RandomText(std::uint64_t seed) : engine_(seed) {}

    std::size_t below(std::size_t most) { return engine_() % most; }

    char32_t character() {
        static constexpr char32_t odd[] = {
            U'a',    U'e',    U'O',    U' ',    U'\n',   U'\r',   U'\t',   0x00,    0x1B,
            0x85,    0xA0,    0xAD,    0xE9,    0x300,   0x301,   0x308,   0x323,   0x34F,
            0x3A9,   0x430,   0x456,   0x5D0,   0x5B0,   0x627,   0x645,   0x654,   0x61C,
            0x915,   0x94D,   0x937,   0x958,   0x1100,  0x1161,  0x11A8,  0xAC00,  0x1160,
            0x200B,  0x200C,  0x200D,  0x200E,  0x2028,  0x2029,  0x202A,  0x202E,  0x2060,
            0x2066,  0x2069,  0x20E3,  0x2126,  0x212B,  0x2764,  0x2800,  0x3000,  0x3164,
            0xF900,  0xFB01,  0xFDD0,  0xFE0E,  0xFE0F,  0xFEFF,  0xFFF9,  0xFFFC,  0xFFFD,
            0xFFFE,  0x1D15F, 0x1F1F1, 0x1F1F3, 0x1F3F4, 0x1F3FB, 0x1F3FF, 0x1F44D, 0x1F468,
            0x1F469, 0x1F466, 0xE0067, 0xE0062, 0xE007F, 0xE0100, 0x600,   0x10FFFF};
        if (below(4) > 0) return odd[below(std::size(odd))];
        char32_t any = static_cast<char32_t>(below(0x110000));
        if (any >= 0xD800 && any <= 0xDFFF) any = 0xFFFD;
        return any;
    }

    // Of at most so many characters; with `broken`, now and then a byte that is none.
    std::string text(std::size_t most, bool broken = false) {
        std::string made;
        for (std::size_t left = below(most + 1); left > 0; --left) {
            if (broken && below(8) == 0)
                made += static_cast<char>(below(256));
            else
                contract::append_utf8(made, character());
        }
        return made;
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace casustafel::text_rules
