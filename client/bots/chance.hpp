#pragma once
// A seeded sequence of numbers that is the same on every machine (SplitMix64, Steele et al. 2014).
// The standard distributions are not.
#include <cstdint>

namespace casustafel::bots {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15ULL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    // 0 to bound - 1.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    bool in_a_hundred(unsigned percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

}  // namespace casustafel::bots
