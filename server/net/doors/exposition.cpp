#include "server/net/doors/exposition.hpp"

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string_view>

namespace casustafel::net {
namespace {

using Value = std::optional<double>;  // nothing: it does not exist here

struct Metric {
    const char* name;
    const char* kind;
    const char* help;
    Value (*value)(const Figures&);
};

Value cpu_seconds(const Figures&) {
    rusage used{};
    if (::getrusage(RUSAGE_SELF, &used) != 0) return std::nullopt;
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

Value resident_bytes(const Figures&) {
    std::ifstream pages("/proc/self/statm");
    double all = 0, resident = 0;
    if (!(pages >> all >> resident)) return std::nullopt;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

Value open_files(const Figures&) {
    DIR* const folder = ::opendir("/proc/self/fd");
    if (folder == nullptr) return std::nullopt;
    double count = -1;  // the one that looks
    while (const dirent* const entry = ::readdir(folder)) count += entry->d_name[0] == '.' ? 0 : 1;
    ::closedir(folder);
    return count;
}

template <auto member>
Value of_host(const Figures& figures) {
    return static_cast<double>(figures.host.*member);
}

template <auto member>
Value of_net(const Figures& figures) {
    return static_cast<double>(figures.*member);
}

using Host = hosting::Figures;
constexpr const char* gauge = "gauge";
constexpr const char* counter = "counter";

constexpr std::array<Metric, 16> metrics{{
    {"casustafel_up", gauge, "The server answers.", [](const Figures&) -> Value { return 1; }},
    {"casustafel_well", gauge, "Nothing waits for the disk.",
     [](const Figures& figures) -> Value { return is_well(figures) ? 1 : 0; }},
    {"casustafel_ready", gauge, "Well, and there is room for somebody.",
     [](const Figures& figures) -> Value { return is_ready(figures) ? 1 : 0; }},
    {"casustafel_sessions", gauge, "Sessions in memory; one that is over rests outside it.",
     of_host<&Host::sessions>},
    {"casustafel_sessions_held", gauge, "Sessions that stand still: the disk takes nothing.",
     of_host<&Host::held>},
    {"casustafel_sessions_damaged", gauge, "Sessions that stay closed.", of_host<&Host::damaged>},
    {"casustafel_sockets", gauge, "Open sockets of any kind.", of_net<&Figures::sockets>},
    {"casustafel_connections", gauge, "Connections of participants, trainers and screens.",
     of_net<&Figures::peers>},
    {"casustafel_connections_limit", gauge, "How many of those there may be.",
     of_net<&Figures::most_peers>},
    {"casustafel_slow_turns_total", counter, "Turns of the event loop that took too long.",
     of_net<&Figures::slow_turns>},
    {"casustafel_longest_turn_seconds", gauge,
     "The longest turn of the event loop since the start.",
     [](const Figures& figures) -> Value {
         return static_cast<double>(figures.longest_turn_ms) / 1000;
     }},
    {"casustafel_certificate_expiry_timestamp_seconds", gauge, "Until when the certificate holds.",
     [](const Figures& figures) -> Value {
         if (!figures.certificate_until_ms) return std::nullopt;
         return static_cast<double>(*figures.certificate_until_ms) / 1000;
     }},
    {"casustafel_data_free_bytes", gauge, "Free space where the logs are written.",
     [](const Figures& figures) -> Value {
         if (!figures.data_free_bytes) return std::nullopt;
         return static_cast<double>(*figures.data_free_bytes);
     }},
    {"process_cpu_seconds_total", counter, "Processor time of this process.", cpu_seconds},
    {"process_resident_memory_bytes", gauge, "Memory of this process.", resident_bytes},
    {"process_open_fds", gauge, "Open files of this process.", open_files},
}};

std::string number(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15g", value);
    return text.data();
}

}  // namespace

std::string as_prometheus_text(const Figures& figures) {
    std::string all =
        "# HELP casustafel_build_info The version of the server.\n"
        "# TYPE casustafel_build_info gauge\n"
        "casustafel_build_info{version=\"" CASUSTAFEL_VERSION "\"} 1\n";
    for (const Metric& metric : metrics) {
        const Value value = metric.value(figures);
        if (!value) continue;
        const std::string name = metric.name;
        all += "# HELP " + name + " " + metric.help + "\n# TYPE " + name + " " + metric.kind +
               "\n" + name + " " + number(*value) + "\n";
    }
    return all;
}

std::string as_json(const Figures& figures) {
    std::string all = "{\"status\":\"" + std::string(is_well(figures) ? "ok" : "held") +
                      "\",\"version\":\"" CASUSTAFEL_VERSION "\"";
    for (const Metric& metric : metrics) {
        const Value value = metric.value(figures);
        if (value) all += ",\"" + std::string(metric.name) + "\":" + number(*value);
    }
    return all + "}\n";
}

}  // namespace casustafel::net
