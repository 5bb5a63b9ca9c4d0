#include "server/cli/web_folder.hpp"

namespace casustafel::cli {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> usual_folder() {
    std::error_code error;
    const fs::path beside = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (error) return std::nullopt;
    for (const char* place : {"web", "../share/casustafel/web"})
        if (fs::is_directory(beside / place, error)) return beside / place;
    return std::nullopt;
}

}  // namespace

std::variant<std::shared_ptr<const net::WebFiles>, journal::Notice> web_files_of(
    const std::string& named) {
    const auto folder = named.empty() ? usual_folder() : fs::path(named);
    if (!folder) return std::shared_ptr<const net::WebFiles>();
    auto read = net::WebFiles::read(*folder);
    if (const auto* trouble = std::get_if<net::FolderTrouble>(&read))
        return journal::Notice{"web." + std::string(net::name(*trouble)), {folder->string()}};
    return std::make_shared<const net::WebFiles>(std::get<net::WebFiles>(std::move(read)));
}

}  // namespace casustafel::cli
