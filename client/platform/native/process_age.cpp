#include "client/platform/native/process_age.hpp"

#include <time.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace casustafel::platform {

double process_age_ms() {
    std::ifstream file("/proc/self/stat");
    const std::string line(std::istreambuf_iterator<char>(file), {});
    const std::size_t name_end = line.rfind(')');
    timespec now{};
    if (name_end == std::string::npos || clock_gettime(CLOCK_BOOTTIME, &now) != 0) return -1;
    // The name is the second of the fields of proc(5), and the start the twenty-second.
    std::istringstream fields(line.substr(name_end + 1));
    std::string skipped;
    double start_ticks = 0;
    for (int field = 3; field < 22; ++field) fields >> skipped;
    if (!(fields >> start_ticks)) return -1;
    const double now_ms =
        static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
    return now_ms - start_ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace casustafel::platform
