#include "client/platform/native/sounds.hpp"

#include <SDL.h>

namespace casustafel::platform {

Sounds::~Sounds() {
    if (device_ != 0) SDL_CloseAudioDevice(device_);
}

bool Sounds::play(ui::Chime chime) {
    if (!tried_) {
        tried_ = true;
        SDL_AudioSpec wanted{};
        wanted.freq = samples_per_second;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = 1024;
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0)
            device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        if (device_ != 0) SDL_PauseAudioDevice(device_, 0);
    }
    if (device_ == 0) return false;
    const std::vector<std::int16_t> samples = tone_of(chime);
    // Only one tone sounds at a time; what is still sounding makes room.
    SDL_ClearQueuedAudio(device_);
    return SDL_QueueAudio(device_, samples.data(),
                          static_cast<Uint32>(samples.size() * sizeof(samples[0]))) == 0;
}

}  // namespace casustafel::platform
