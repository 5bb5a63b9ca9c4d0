#include "client/platform/tones.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casustafel::platform {
namespace {

constexpr double loudness = 0.12;  // of the loudest there is
constexpr double rise_s = 0.012;

// A note that rises at once and dies away.
void add_note(std::vector<std::int16_t>& samples, double hertz, double seconds) {
    const int count = static_cast<int>(seconds * samples_per_second);
    for (int index = 0; index < count; ++index) {
        const double at = static_cast<double>(index) / samples_per_second;
        const double rise = std::min(1.0, at / rise_s);
        const double fall = std::pow(1.0 - static_cast<double>(index) / count, 2.0);
        const double wave = std::sin(2 * std::numbers::pi * hertz * at);
        samples.push_back(static_cast<std::int16_t>(wave * rise * fall * loudness * 32'767));
    }
    samples.push_back(0);
}

}  // namespace

std::vector<std::int16_t> tone_of(ui::Chime chime) {
    std::vector<std::int16_t> samples;
    switch (chime) {
        case ui::Chime::item: add_note(samples, 587.33, 0.28); break;
        case ui::Chime::answer:
            add_note(samples, 523.25, 0.14);
            add_note(samples, 659.25, 0.28);
            break;
        case ui::Chime::deadline:
            add_note(samples, 440.0, 0.18);
            add_note(samples, 440.0, 0.3);
            break;
    }
    return samples;
}

}  // namespace casustafel::platform
