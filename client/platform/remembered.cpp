#include "client/platform/remembered.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>

#include "proto/contract/hex.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::platform {
namespace {

constexpr std::size_t most_value_bytes = 300;

using Values = std::map<std::string, std::string, std::less<>>;

Values values_of(std::string_view text) {
    Values values;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || line.size() - equals > most_value_bytes) continue;
        values[std::string(line.substr(0, equals))] = line.substr(equals + 1);
    }
    return values;
}

std::string text_in(const Values& values, std::string_view name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
}

int number_in(const Values& values, std::string_view name, int least, int most, int otherwise) {
    const std::string text = text_in(values, name);
    int number = otherwise;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return otherwise;
    return number < least || number > most ? otherwise : number;
}

// One line stays one line.
std::string one_line(std::string value) {
    std::replace_if(
        value.begin(), value.end(), [](char letter) { return letter == '\n' || letter == '\r'; },
        ' ');
    return value;
}

}  // namespace

std::string write_settings(const RememberedSettings& remembered) {
    const ui::Settings& settings = remembered.settings;
    std::string text;
    const auto line = [&](std::string_view name, const std::string& value) {
        text += std::string(name) + "=" + one_line(value) + "\n";
    };
    line("scale", std::to_string(std::lround(settings.scale * 100)));
    line("contrast", settings.contrast == ui::Contrast::high ? "high" : "light");
    line("language", settings.language == text::Language::en ? "en" : "nl");
    line("sounds", settings.sounds ? "1" : "0");
    line("width", std::to_string(remembered.width));
    line("height", std::to_string(remembered.height));
    line("server", remembered.server);
    line("name", remembered.name);
    return text;
}

RememberedSettings read_settings(std::string_view text) {
    const Values values = values_of(text);
    RememberedSettings remembered;
    remembered.settings.scale = static_cast<float>(number_in(values, "scale", 100, 200, 100)) / 100;
    if (text_in(values, "contrast") == "high") remembered.settings.contrast = ui::Contrast::high;
    if (text_in(values, "language") == "en") remembered.settings.language = text::Language::en;
    remembered.settings.sounds = text_in(values, "sounds") == "1";
    remembered.width = number_in(values, "width", 640, 8192, 1280);
    remembered.height = number_in(values, "height", 480, 8192, 720);
    remembered.server = text_in(values, "server");
    remembered.name = text_in(values, "name");
    return remembered;
}

std::string RememberedPlace::owner() const {
    std::uint32_t print = 2166136261;  // FNV-1a, of the server
    for (const char letter : server)
        print = (print ^ static_cast<unsigned char>(letter)) * 16777619U;
    std::string owner;
    for (const char letter : code)
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0) owner += letter;
    return owner + "-p" + std::to_string(participant) + "-" + std::to_string(print);
}

std::string write_place(const RememberedPlace& place) {
    return "server=" + one_line(place.server) + "\ncode=" + one_line(place.code) +
           "\nname=" + one_line(place.name) + "\nparticipant=" + std::to_string(place.participant) +
           "\ntoken=" + contract::to_hex(place.token) + "\n";
}

RememberedPlace read_place(std::string_view text) {
    const Values values = values_of(text);
    RememberedPlace place{
        text_in(values, "server"), text_in(values, "code"), text_in(values, "name"),
        static_cast<std::uint32_t>(number_in(values, "participant", 1, 1'000'000'000, 0)),
        contract::from_hex(text_in(values, "token")).value_or("")};
    const bool whole = place.token.size() == contract::limits::join_token_bytes &&
                       !place.code.empty() && place.participant != 0;
    return whole ? place : RememberedPlace{};
}

}  // namespace casustafel::platform
