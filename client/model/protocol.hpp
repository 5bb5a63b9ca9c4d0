#pragma once
// The protocol versions this client can speak; the server picks one or closes with wrong_version.
#include <cstdint>

namespace casustafel::model {

inline constexpr std::uint32_t oldest_version = 1;
inline constexpr std::uint32_t newest_version = 1;

}  // namespace casustafel::model
