#include "client/console/said/printer.hpp"

#include <google/protobuf/util/json_util.h>

#include <cstdio>
#include <iostream>

namespace casustafel::console {

std::string Printer::words(const std::string& key,
                           const std::vector<std::string>& arguments) const {
    const auto found = text::find(key);
    return found ? text::say(*found, language_, arguments) : key;
}

void Printer::say(const std::string& key, const std::vector<std::string>& arguments) const {
    say_plain(words(key, arguments));
}

void Printer::say_plain(const std::string& line) const {
    if (json_) return;
    before_();
    std::cout << line << std::endl;
    after_();
}

void Printer::object(const std::vector<std::pair<std::string, std::string>>& fields) const {
    if (!json_) return;
    std::string line = "{";
    for (const auto& [name, value] : fields) {
        if (line.size() > 1) line += ",";
        line += json_string(name) + ":" + value;
    }
    std::cout << line << "}" << std::endl;
}

void Printer::complain(const std::string& key, const std::vector<std::string>& arguments) const {
    complain_in_words(key, words(key, arguments));
}

void Printer::complain_in_words(const std::string& key, const std::string& sentence) const {
    if (json_) {
        object({{"error", json_string(key)}, {"message", json_string(sentence)}});
    } else {
        before_();
        std::cerr << sentence << std::endl;
        after_();
    }
}

std::string json_string(const std::string& text) {
    std::string out = "\"";
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            out += '\\';
            out += character;
        } else if (byte < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", byte);
            out += escape;
        } else {
            out += character;
        }
    }
    return out + "\"";
}

std::string json_of(const google::protobuf::Message& message) {
    std::string out;
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    options.always_print_primitive_fields = true;
    if (!google::protobuf::util::MessageToJsonString(message, &out, options).ok()) return "null";
    return out;
}

std::string case_time(std::int64_t sim_ms) {
    const std::int64_t minutes = sim_ms / 60'000;
    char out[32];
    std::snprintf(out, sizeof out, "D%lld %02lld:%02lld", static_cast<long long>(minutes / 1440),
                  static_cast<long long>(minutes / 60 % 24), static_cast<long long>(minutes % 60));
    return out;
}

}  // namespace casustafel::console
