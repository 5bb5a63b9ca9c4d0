#pragma once
// The few files the client touches: its letters, which Debian brings, and a screenshot when one is
// asked for. What cannot be read is told in a sentence that says what to install.
#include <string>
#include <variant>
#include <vector>

#include "client/ui/paint/fonts.hpp"

namespace casustafel::platform {

// Reads the font files, or gives the sentence that says which package is missing.
std::variant<ui::FontBytes, std::string> load_fonts();

// Writes the file, and gives false when it could not be written whole.
bool write_file(const std::string& path, const std::vector<unsigned char>& bytes);

}  // namespace casustafel::platform
