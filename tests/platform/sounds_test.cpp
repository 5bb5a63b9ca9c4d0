#include "client/platform/native/sounds.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace casustafel::platform {
namespace {

TEST(Sounds, are_short_and_quiet_and_begin_and_end_in_silence) {
    for (const ui::Chime chime : {ui::Chime::item, ui::Chime::answer, ui::Chime::deadline}) {
        const auto samples = tone_of(chime);
        ASSERT_FALSE(samples.empty());
        EXPECT_LT(samples.size(), static_cast<std::size_t>(samples_per_second));
        EXPECT_EQ(samples.front(), 0);
        EXPECT_EQ(samples.back(), 0);
        int loudest = 0;
        for (const std::int16_t sample : samples) loudest = std::max(loudest, std::abs(sample));
        EXPECT_GT(loudest, 1'000);
        EXPECT_LT(loudest, 8'000);
    }
    EXPECT_NE(tone_of(ui::Chime::item), tone_of(ui::Chime::answer));
    EXPECT_NE(tone_of(ui::Chime::answer), tone_of(ui::Chime::deadline));
}

}  // namespace
}  // namespace casustafel::platform
