#include "ratios.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace casustafel::bench {
namespace {

constexpr double worse = 1.1;

}  // namespace

Ratios::Ratios(const std::string& recorded_in) {
    std::ifstream file(recorded_in);
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos) continue;
        recorded_[line.substr(0, tab)] = std::strtod(line.c_str() + tab + 1, nullptr);
    }
}

void Ratios::note(const std::string& name, double ratio) { noted_.emplace_back(name, ratio); }

void Ratios::close(const std::string& record_in) const {
    std::printf("\n%-70s %8s %8s\n", "ratio to the floor", "now", "recorded");
    for (const auto& [name, ratio] : noted_) {
        const auto before = recorded_.find(name);
        if (before == recorded_.end()) {
            std::printf("%-70s %8.2f %8s\n", name.c_str(), ratio, "-");
            continue;
        }
        const bool is_worse = ratio > worse * before->second;
        std::printf("%-70s %8.2f %8.2f%s\n", name.c_str(), ratio, before->second,
                    is_worse ? "  WORSE" : "");
    }
    if (!record_in.empty()) {
        std::ofstream file(record_in);
        for (const auto& [name, ratio] : noted_) file << name << '\t' << ratio << '\n';
    }
}

}  // namespace casustafel::bench
