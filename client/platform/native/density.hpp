#pragma once
// How dense a display is, as its user has set it (Xft.dpi, which desktops write) or, failing that,
// as it measures. To be asked after SDL's video has started.
#include <string_view>

namespace casustafel::platform {

// Dots per inch; 96 is usual, also where nothing is known.
float dots_per_inch();

// The value of Xft.dpi among X's resources; 0: it does not stand there.
float dots_in_resources(std::string_view resources);

// The size of everything for a display so dense with so much room: in quarters, from 1 to 2, and
// never so large that the first screen would not fit.
float scale_for(float dots, int room_width, int room_height);

}  // namespace casustafel::platform
