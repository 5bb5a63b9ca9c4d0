#pragma once
// One number over the whole State, fields in declared order: two folds of the same log must give
// the same. Stored in every 64th record and the last, and compared by `replay --verify`.
#include <cstdint>

#include "server/core/families/state.hpp"

namespace casustafel::core {

// FNV-1a, 64 bits, over a canonical byte stream of State (lengths before texts, little endian).
std::uint64_t digest(const State&);

}  // namespace casustafel::core
