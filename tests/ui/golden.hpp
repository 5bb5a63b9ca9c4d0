#pragma once
// Pictures as they should look, kept in tests/golden/pictures and compared pixel by pixel. At most
// one pixel in five thousand may differ by more than 24 of 255 in a channel: that leaves room for
// another compiler's rounding at the edges of letters and for the palette the files have, not for a
// moved word.
#include <string>

#include "client/ui/paint/picture.hpp"

namespace casustafel::ui {

constexpr int golden_one_pixel_in = 5000;

std::string golden_file(const std::string& name);

// How many pixels differ. `shown` becomes grey where nothing changed, red where something did.
int differing_pixels(const Picture& golden, const Picture& now, Picture& shown);

// Fails the test when the picture is not as kept; with CASUSTAFEL_REGENERATE it is kept instead.
void expect_golden(const std::string& name, const Picture& now);

}  // namespace casustafel::ui
