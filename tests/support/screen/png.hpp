#pragma once
// Pictures as small PNG files, for tests: at most 256 colours, so that a folder of screens stays
// small. In a picture with more, colours that are nearly alike become one: half-tones at the edges
// of letters.
#include <optional>
#include <string>

#include "client/ui/paint/picture.hpp"

namespace casustafel::ui {

// The bytes of a PNG file with a palette.
std::string small_png(const Picture& picture);

// The picture in this file; nothing when there is none.
std::optional<Picture> read_png(const std::string& path);

// Writes the picture there; throws when it cannot.
void write_png(const std::string& path, const Picture& picture);

}  // namespace casustafel::ui
