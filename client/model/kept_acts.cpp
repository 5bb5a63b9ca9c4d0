#include "client/model/kept_acts.hpp"

#include <algorithm>
#include <optional>

#include "client/model/limits.hpp"

namespace casustafel::model {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

std::optional<std::string> bytes_of(std::string_view line) {
    if (line.empty() || line.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < line.size(); at += 2) {
        const auto high = digits.find(line[at]), low = digits.find(line[at + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

}  // namespace

std::string write_acts(const std::vector<v1::Command>& acts) {
    std::string text;
    for (const v1::Command& act : acts) {
        for (const char byte : act.SerializeAsString()) {
            const auto value = static_cast<unsigned char>(byte);
            text += digits[value >> 4];
            text += digits[value & 15];
        }
        text += '\n';
    }
    return text;
}

std::vector<v1::Command> read_acts(std::string_view text) {
    std::vector<v1::Command> acts;
    while (!text.empty() && acts.size() < limits::waiting_acts) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto bytes = bytes_of(line);
        v1::Command act;
        if (bytes && act.ParseFromString(*bytes) && act.command_id().size() == 16)
            acts.push_back(std::move(act));
    }
    return acts;
}

}  // namespace casustafel::model
