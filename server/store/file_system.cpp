#include "server/store/file_system.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace casustafel::store {
namespace {

constexpr std::uint64_t outside_the_kernel = 0x65735546;  // FUSE

// Numbers as statfs(2) and the kernel's magic.h give them.
constexpr std::array<std::pair<std::uint64_t, std::string_view>, 17> by_number = {{
    {0x6969, "nfs"},
    {0x517B, "smb"},
    {0xFF534D42, "cifs"},
    {0xFE534D42, "smb3"},
    {0x5346414F, "afs"},
    {0x6B414653, "afs"},
    {0x00C36400, "ceph"},
    {0x73757245, "coda"},
    {0x564C, "ncp"},
    {0x01021997, "9p"},
    {0x0BD00BD0, "lustre"},
    {0x47504653, "gpfs"},
    {0x01161970, "gfs2"},
    {0x7461636F, "ocfs2"},
    {0x19830326, "beegfs"},
    {0x20030528, "orangefs"},
    {0x786F4256, "vboxsf"},
}};

constexpr std::array<std::string_view, 11> by_type = {
    "virtiofs",     "fuse.sshfs",  "fuse.glusterfs", "fuse.ceph",  "fuse.ceph-fuse", "fuse.rclone",
    "fuse.gcsfuse", "fuse.goofys", "fuse.juicefs",   "fuse.davfs", "fuse.smbnetfs"};

std::string all_of_file(const char* path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string_view network_file_system(std::uint64_t number, std::string_view type) {
    if (number == outside_the_kernel) {
        const auto* const found = std::ranges::find(by_type, type);
        return found == by_type.end() ? std::string_view() : *found;
    }
    for (const auto& [known, name] : by_number)
        if (known == number) return name;
    return {};
}

std::string mounted_type(std::string_view mountinfo, std::string_view device) {
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string word, place;
        words >> word >> word >> place;  // mount, parent, device
        while (words >> word && word != "-") {
        }
        if (place == device && words >> word) return word;
    }
    return {};
}

std::string network_file_system_of(const std::string& directory) {
    struct statfs system {};
    struct stat folder {};
    if (::statfs(directory.c_str(), &system) != 0 || ::stat(directory.c_str(), &folder) != 0)
        return {};
    // Some numbers have their highest bit set, and the field is signed.
    const std::uint64_t number = static_cast<std::uint32_t>(system.f_type);
    std::string type;
    if (number == outside_the_kernel)
        type = mounted_type(
            all_of_file("/proc/self/mountinfo"),
            std::to_string(major(folder.st_dev)) + ":" + std::to_string(minor(folder.st_dev)));
    return std::string(network_file_system(number, type));
}

}  // namespace casustafel::store
