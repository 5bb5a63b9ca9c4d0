#include "server/cli/ownership.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace casustafel::cli {
namespace {

namespace fs = std::filesystem;

bool is_root() { return ::geteuid() == 0; }

}  // namespace

OwnedLikeItsFolder::OwnedLikeItsFolder(std::string directory) : directory_(std::move(directory)) {
    std::error_code error;
    fs::path looked_at = fs::absolute(directory_, error);
    if (!looked_at.has_filename()) looked_at = looked_at.parent_path();  // "data/"
    if (!fs::exists(looked_at, error)) looked_at = looked_at.parent_path();
    struct stat found {};
    if (!is_root() || ::stat(looked_at.c_str(), &found) != 0) return;
    owner_ = found.st_uid;
    group_ = found.st_gid;
}

OwnedLikeItsFolder::~OwnedLikeItsFolder() {
    if (!is_root() || owner_ == 0) return;
    const auto give = [&](const fs::path& path) {
        // One that fails leaves what root can mend; the next start says which file it cannot open.
        [[maybe_unused]] const int given = ::lchown(path.c_str(), owner_, group_);
    };
    give(directory_ + "/.");
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(directory_, error))
        give(entry.path());
}

}  // namespace casustafel::cli
