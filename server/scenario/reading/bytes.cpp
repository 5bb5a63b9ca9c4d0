#include "server/scenario/reading/bytes.hpp"

#include <fstream>
#include <system_error>

#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {

std::optional<std::string> bytes_of(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string bytes(limits::file_bytes + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

}  // namespace casustafel::scenario
