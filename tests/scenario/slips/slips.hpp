#pragma once
// Slips of the pen, by kind: each makes one mistake at a random place of a sound case and says on
// which line the author made it. The same dice give the same slip on every machine.
#include <cstdint>
#include <optional>
#include <span>

#include "tokens.hpp"

namespace casustafel::scenario::slips {

struct Dice {
    std::uint64_t state;
    std::size_t roll(std::size_t sides) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>((state >> 33) % sides);
    }
};

struct Slip {
    Lines lines;
    int line = 0;  // from 1
};

struct Kind {
    const char* name;
    // Nothing when the dice hit no place where this slip can be made.
    std::optional<Slip> (*make)(const Page&, Dice&);
};

std::span<const Kind> kinds();

}  // namespace casustafel::scenario::slips
