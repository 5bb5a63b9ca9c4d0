#pragma once
// The quiet sounds as samples: short tones made here, no files. Nothing is told by sound alone.
#include <cstdint>
#include <vector>

#include "client/ui/kit/chime.hpp"

namespace casustafel::platform {

constexpr int samples_per_second = 22'050;

// The tone of a chime: mono, starting and ending in silence, well under half of full loudness.
std::vector<std::int16_t> tone_of(ui::Chime chime);

}  // namespace casustafel::platform
