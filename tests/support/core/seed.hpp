#pragma once
// Chance for tests: the same seed gives the same choices on every machine and library (splitmix64,
// no std distributions).
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casustafel::support {

class Seed {
public:
    explicit Seed(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    // From 0 to n - 1; n at least 1.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

    // Both ends included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }

    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }

    // Each element with this chance, in order.
    template <class T>
    std::vector<T> some(const std::vector<T>& from, int percent) {
        std::vector<T> chosen;
        for (const auto& each : from)
            if (chance(percent)) chosen.push_back(each);
        return chosen;
    }

private:
    std::uint64_t state_;
};

}  // namespace casustafel::support
