#pragma once
// The quiet sounds there are. Whoever has a loudspeaker knows only these names.
#include <cstdint>

namespace casustafel::ui {

enum class Chime : std::uint8_t { item, answer, deadline };

}  // namespace casustafel::ui
