#pragma once
// The quiet sounds: short tones made here, no files. The sound card is opened when the first one is
// played and not before; without one they are left out. Nothing is told by sound alone.
#include <cstdint>
#include <vector>

#include "client/ui/kit/chime.hpp"

namespace casustafel::platform {

constexpr int samples_per_second = 22'050;

// The tone of a chime: mono, starting and ending in silence, well under half of full loudness.
std::vector<std::int16_t> tone_of(ui::Chime chime);

class Sounds {
public:
    Sounds() = default;
    ~Sounds();
    Sounds(const Sounds&) = delete;
    Sounds& operator=(const Sounds&) = delete;

    // False when there is nothing to play it on.
    bool play(ui::Chime chime);

private:
    bool tried_ = false;
    std::uint32_t device_ = 0;  // 0: none
};

}  // namespace casustafel::platform
