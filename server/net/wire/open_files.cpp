#include "server/net/wire/open_files.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <string>

namespace casustafel::net {

// The usual limit is 1,024, and a process may raise its own.
void make_room_for_sockets(const Limits& limits, const journal::Tell& tell) {
    constexpr std::size_t other_files = 100;
    const auto wanted = limits.max_connections + limits.max_unfinished_connections + other_files;
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted) return;
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, wanted);
    if (::setrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur >= wanted) return;
    tell({"log.few_files",
          {std::to_string(files.rlim_cur), std::to_string(limits.max_connections),
           std::to_string(wanted)},
          journal::Weight::warning});
}

}  // namespace casustafel::net
