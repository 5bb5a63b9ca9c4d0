#include "client/platform/native/file_keeping.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace casustafel::platform {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 2 << 20;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

bool make_private_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return true;
    fs::create_directories(folder, error);
    if (error) return false;
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
    return !error;
}

}  // namespace

std::string FileKeeping::usual_folder() {
    const std::string configured = variable("XDG_CONFIG_HOME");
    if (!configured.empty() && configured.front() == '/') return configured + "/casustafel";
    const std::string home = variable("HOME");
    return home.empty() ? std::string() : home + "/.config/casustafel";
}

std::string FileKeeping::path_of(std::string_view name) const {
    return folder_ + "/" + std::string(name);
}

std::optional<std::string> FileKeeping::read(std::string_view name) const {
    if (folder_.empty()) return std::nullopt;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path_of(name), error);
    if (error || size > most_bytes) return std::nullopt;
    std::ifstream file(path_of(name), std::ios::binary);
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

bool FileKeeping::write(std::string_view name, std::string_view content) {
    if (folder_.empty() || !make_private_folder(folder_)) return false;
    const std::string path = path_of(name), next = path + ".new";
    std::error_code error;
    {
        std::ofstream file(next, std::ios::binary | std::ios::trunc);
        // Closed to others before anything is in it.
        fs::permissions(next, fs::perms::owner_read | fs::perms::owner_write,
                        fs::perm_options::replace, error);
        if (!file || error) return false;
        file.write(content.data(), static_cast<std::streamsize>(content.size()));
        file.close();
        if (!file.good()) return false;
    }
    fs::rename(next, path, error);
    return !error;
}

void FileKeeping::forget(std::string_view name) {
    if (folder_.empty()) return;
    std::error_code error;
    fs::remove(path_of(name), error);
    fs::remove(path_of(name) + ".new", error);
}

Claim FileKeeping::claim(std::string_view name) const {
    if (folder_.empty() || !make_private_folder(folder_)) return {};
    const std::string path = path_of(name);
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) return {};
    const std::shared_ptr<const int> claim(new int(file), [](const int* held) {
        ::close(*held);
        delete held;
    });
    struct stat mine {
    }, there{};
    // Whoever had it before may have removed the file while this one opened it.
    const bool held = ::flock(file, LOCK_EX | LOCK_NB) == 0 && ::fstat(file, &mine) == 0 &&
                      ::stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino;
    return held ? claim : Claim{};
}

std::vector<std::string> FileKeeping::names(std::string_view beginning) const {
    std::vector<std::pair<fs::file_time_type, std::string>> found;
    std::error_code error;
    if (!folder_.empty())
        for (const auto& file : fs::directory_iterator(folder_, error)) {
            const std::string name = file.path().filename().string();
            if (name.starts_with(beginning) && !name.ends_with(".new"))
                found.emplace_back(file.last_write_time(error), name);
        }
    std::sort(found.begin(), found.end(), std::greater<>());
    std::vector<std::string> names;
    for (auto& [written, name] : found) names.push_back(std::move(name));
    return names;
}

void FileKeeping::forget_older(std::string_view beginning, int days) {
    std::error_code error;
    const auto oldest = fs::file_time_type::clock::now() - std::chrono::hours(24 * days);
    for (const std::string& name : names(beginning))
        if (fs::last_write_time(path_of(name), error) < oldest && !error) forget(name);
}

std::string documents_folder() {
    const std::string home = variable("HOME");
    if (home.empty()) return {};
    std::error_code error;
    for (const char* name : {"/Documenten", "/Documents"})
        if (fs::is_directory(home + name, error)) return home + name;
    return fs::is_directory(home, error) ? home : std::string();
}

}  // namespace casustafel::platform
