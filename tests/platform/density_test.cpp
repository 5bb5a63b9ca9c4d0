#include "client/platform/native/density.hpp"

#include <gtest/gtest.h>

namespace casustafel::platform {
namespace {

TEST(Density, is_what_the_desktop_has_set) {
    EXPECT_EQ(dots_in_resources("Xft.antialias:\t1\nXft.dpi:\t192\nXft.hinting:\t1\n"), 192);
    EXPECT_EQ(dots_in_resources("Xft.dpi: 120"), 120);
    for (const char* none : {"", "XTerm.dpi:\t192\n", "Xft.dpi:\tmany"})
        EXPECT_EQ(dots_in_resources(none), 0) << none;
}

TEST(Density, makes_everything_as_large_as_is_readable_and_fits) {
    EXPECT_EQ(scale_for(192, 3840, 2080), 2);  // 4K
    EXPECT_EQ(scale_for(96, 1920, 1040), 1);
    EXPECT_EQ(scale_for(144, 2560, 1400), 1.5F);
    EXPECT_EQ(scale_for(166, 1920, 1040), 1.25F);  // a small screen with many dots
    EXPECT_EQ(scale_for(300, 1280, 720), 1);
    EXPECT_EQ(scale_for(600, 7680, 4320), 2);
    EXPECT_EQ(scale_for(0, 1024, 600), 1);
}

}  // namespace
}  // namespace casustafel::platform
