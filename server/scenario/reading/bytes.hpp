#pragma once
// Reads a file whole, and no more of it than is needed to refuse one that is too large.
#include <filesystem>
#include <optional>
#include <string>

namespace casustafel::scenario {

// Gives the bytes of a regular file, at most one more than limits::file_bytes, or nothing when it
// cannot be read.
std::optional<std::string> bytes_of(const std::filesystem::path& file);

}  // namespace casustafel::scenario
