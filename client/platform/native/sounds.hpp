#pragma once
// Plays the tones. The sound card is opened when the first one is played and not before; without
// one they are left out.
#include <cstdint>

#include "client/platform/tones.hpp"

namespace casustafel::platform {

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
