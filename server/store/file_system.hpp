#pragma once
// Which file systems a data directory may not be on. Locks and memory that processes share do not
// hold across machines there, so two servers would write into one database without noticing. It
// must not know what is kept in the directory.
#include <cstdint>
#include <string>
#include <string_view>

namespace casustafel::store {

// The name of the network file system that this folder is on; empty when it is on none, or cannot
// be asked.
std::string network_file_system_of(const std::string& directory);

// The name of the network file system with this number (statfs), which for what runs outside the
// kernel says nothing; then `type`, as /proc/self/mountinfo words it, decides. Empty: none.
std::string_view network_file_system(std::uint64_t number, std::string_view type);

// The type that the lines of a mountinfo give for the device "major:minor"; empty: not there.
std::string mounted_type(std::string_view mountinfo, std::string_view device);

}  // namespace casustafel::store
