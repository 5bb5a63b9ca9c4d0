#pragma once
// Reading a file whole, and no more of it than the limit asks to refuse it.
#include <filesystem>
#include <optional>
#include <string>

namespace casustafel::scenario {

// The bytes of a regular file, at most one more than limits::file_bytes; nothing when it cannot be
// read.
std::optional<std::string> bytes_of(const std::filesystem::path& file);

}  // namespace casustafel::scenario
