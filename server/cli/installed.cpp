#include "server/cli/installed.hpp"

#include <filesystem>
#include <optional>

namespace casustafel::cli {
namespace {

namespace fs = std::filesystem;

// "/usr" of /usr/bin/casustafel, when things were installed below it.
std::optional<fs::path> prefix() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    fs::path found = program.parent_path().parent_path();
    if (error || !fs::is_directory(found / "share/casustafel", error)) return std::nullopt;
    return found;
}

}  // namespace

std::string installed_folder(const std::string& name, const std::string& otherwise) {
    const auto below = prefix();
    if (!below) return otherwise;
    std::error_code error;
    const fs::path folder = *below / "share/casustafel" / name;
    return fs::is_directory(folder, error) ? folder.string() : otherwise;
}

std::string installed_configuration() {
    const auto below = prefix();
    if (!below) return {};
    const fs::path settings = *below == "/usr" ? fs::path("/etc") : *below / "etc";
    return (settings / "casustafel/casustafel.conf").string();
}

}  // namespace casustafel::cli
