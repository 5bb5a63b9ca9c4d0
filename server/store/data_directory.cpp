#include "server/store/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "server/store/file_system.hpp"

namespace casustafel::store {
namespace {

namespace fs = std::filesystem;

OpenError no_access(const std::string& path, int error) {
    return {OpenProblem::no_access, path, std::generic_category().message(error)};
}

// Gives the process id that the holder wrote into the lock file, or nothing readable.
std::string holder_of(int descriptor) {
    std::array<char, 16> written{};
    const ssize_t size = ::pread(descriptor, written.data(), written.size() - 1, 0);
    std::string digits;
    for (const char letter : std::string_view(written.data(), size > 0 ? std::size_t(size) : 0)) {
        if (letter >= '0' && letter <= '9') digits += letter;
    }
    return digits;
}

void write_holder(int descriptor) {
    const std::string line = std::to_string(::getpid()) + "\n";
    // This only helps the other server's message: when the disk is full the file stays empty.
    if (::ftruncate(descriptor, 0) == 0) {
        [[maybe_unused]] const ssize_t size = ::pwrite(descriptor, line.data(), line.size(), 0);
    }
}

// New or empty folders are closed to others; one with contents is left as its owner arranged it.
std::error_code make_directory(const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    if (!error && fs::is_empty(directory, error) && !error) {
        fs::permissions(directory, fs::perms::owner_all, error);
        sync_directory(directory.parent_path().string());
    }
    return error;
}

}  // namespace

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::variant<OpenFile, OpenError> lock_directory(const std::string& directory) {
    if (const std::error_code error = make_directory(directory)) {
        return OpenError{OpenProblem::no_access, directory, error.message()};
    }
    if (const std::string kind = network_file_system_of(directory); !kind.empty())
        return OpenError{OpenProblem::network, directory, kind};
    const std::string path = directory + "/lock";
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.descriptor() < 0) return no_access(path, errno);
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return no_access(path, errno);
        return OpenError{OpenProblem::in_use, directory, holder_of(file.descriptor())};
    }
    write_holder(file.descriptor());
    return file;
}

std::string database_path(const std::string& directory) { return directory + "/casustafel.db"; }

std::variant<std::monostate, OpenError> prepare_database_file(const std::string& directory) {
    const std::string path = database_path(directory);
    const OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.descriptor() < 0) return no_access(path, errno);
    if (::fchmod(file.descriptor(), 0600) != 0) return no_access(path, errno);
    return std::monostate{};
}

bool write_private_file(const std::string& path, std::string_view bytes) {
    const OpenFile file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    return file.descriptor() >= 0 &&
           ::write(file.descriptor(), bytes.data(), bytes.size()) ==
               static_cast<ssize_t>(bytes.size()) &&
           ::fsync(file.descriptor()) == 0;
}

void sync_directory(const std::string& directory) {
    const std::string path = directory.empty() ? "." : directory;
    const OpenFile folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.descriptor() >= 0) ::fsync(folder.descriptor());
}

}  // namespace casustafel::store
