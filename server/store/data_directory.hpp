#pragma once
// The folder a server keeps its data in, and the lock that makes it this server's alone. The lock
// is held on an open file, so it ends with the process however that ends. Files are made for the
// owner only (0600), and so is a folder that is new or still empty (0700). It must not know what
// the files hold.
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "server/store/open_error.hpp"

namespace casustafel::store {

// Owns one open file; closing it gives up the lock on it.
class OpenFile {
public:
    explicit OpenFile(int descriptor = -1) : descriptor_(descriptor) {}
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

// Makes the folder when needed and locks it; `in_use` when another open file holds the lock,
// `network` where a lock would not keep another machine out.
std::variant<OpenFile, OpenError> lock_directory(const std::string& directory);

// Gives the path of the database file in a folder.
std::string database_path(const std::string& directory);

// Makes the database file, empty, when it is not there, and closes it to others; nothing when done.
// What SQLite puts beside it takes the same mode. Only before SQLite opens it: closing any
// descriptor of the file ends the locks this process has on it.
std::variant<std::monostate, OpenError> prepare_database_file(const std::string& directory);

// Makes this file anew with these bytes, for its owner only; false when it exists or cannot be
// made.
bool write_private_file(const std::string& path, std::string_view bytes);

// Makes the names of new files in the folder survive a power cut.
void sync_directory(const std::string& directory);

}  // namespace casustafel::store
