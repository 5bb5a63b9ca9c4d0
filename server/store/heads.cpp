#include "server/store/heads.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace casustafel::store {
namespace {

constexpr std::uint64_t page_bytes = 4096, per_page = page_bytes / seal_bytes;

// The even copies of 64 heads fill one page, the odd ones the next.
std::uint64_t place_of(std::uint64_t number, std::uint64_t copy) {
    return (number / per_page * 2 + copy) * page_bytes + number % per_page * seal_bytes;
}

constexpr std::uint64_t room_for(std::uint64_t number) {
    return (number / per_page + 1) * 2 * page_bytes;
}

std::string read_at(int file, std::uint64_t place) {
    std::string bytes(seal_bytes, '\0');
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), static_cast<off_t>(place));
    bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return bytes;
}

bool untouched(const std::string& bytes) {
    return std::ranges::all_of(bytes, [](char byte) { return byte == '\0'; });
}

}  // namespace

std::variant<Heads, OpenError> Heads::open(const std::string& path, bool read_only) {
    Heads heads;
    const int access = (read_only ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NOFOLLOW;
    heads.file_ = OpenFile(::open(path.c_str(), access));
    if (!heads.exists() && errno == ENOENT && !read_only) {
        heads.file_ = OpenFile(::open(path.c_str(), access | O_CREAT | O_EXCL, 0600));
        heads.made_ = heads.exists();
        if (heads.exists()) sync_directory(std::filesystem::path(path).parent_path().string());
    }
    if (!heads.exists() && errno != ENOENT)
        return OpenError{OpenProblem::no_access, path, std::generic_category().message(errno)};
    return heads;
}

std::uint64_t Heads::size() const {
    struct stat about {};
    const bool good = exists() && ::fstat(file_.descriptor(), &about) == 0;
    return good ? static_cast<std::uint64_t>(about.st_size) : 0;
}

Head Heads::head(std::uint64_t number) const {
    Head head;
    for (const std::uint64_t copy : {0U, 1U}) {
        const std::string bytes = read_at(file_.descriptor(), place_of(number, copy));
        if (const auto seal = decode_seal(number, bytes)) {
            const bool newer =
                head.state != Head::State::known || seal->revision > head.seal.revision;
            if (newer) head = {Head::State::known, *seal};
        } else if (!untouched(bytes) && head.state == Head::State::absent) {
            head.state = Head::State::unreadable;
        }
    }
    return head;
}

std::vector<std::uint64_t> Heads::known() const {
    std::vector<std::uint64_t> numbers;
    const std::uint64_t end = (size() + 2 * page_bytes - 1) / (2 * page_bytes) * per_page;
    for (std::uint64_t number = 0; number < end; ++number)
        if (head(number).state == Head::State::known) numbers.push_back(number);
    return numbers;
}

bool Heads::make_room(std::uint64_t number) {
    const std::uint64_t room = room_for(number), has = size();
    if (has >= room) return true;
    return ::posix_fallocate(file_.descriptor(), static_cast<off_t>(has),
                             static_cast<off_t>(room - has)) == 0;
}

void Heads::write(std::uint64_t number, const Seal& seal) {
    const std::string bytes = encode_seal(number, seal);
    [[maybe_unused]] const ssize_t written =
        ::pwrite(file_.descriptor(), bytes.data(), bytes.size(),
                 static_cast<off_t>(place_of(number, seal.revision % 2)));
    unsynced_ = true;
}

bool Heads::sync() {
    if (!unsynced_) return true;
    unsynced_ = ::fdatasync(file_.descriptor()) != 0;
    return !unsynced_;
}

std::string heads_path(const std::string& database) {
    return std::filesystem::path(database).replace_extension(".heads").string();
}

}  // namespace casustafel::store
