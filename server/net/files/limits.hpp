#pragma once
// What the browser's folder may hold. It is read whole into memory at the start.
#include <cstddef>

namespace casustafel::net {

struct FolderLimits {
    std::size_t max_files = 200;               // those beside them, compressed, included
    std::size_t max_bytes = 64 * 1024 * 1024;  // of all of them
};

}  // namespace casustafel::net
