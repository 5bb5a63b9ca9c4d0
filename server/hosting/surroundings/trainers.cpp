#include "server/hosting/surroundings/trainers.hpp"

#include <charconv>

#include "proto/contract/limits.hpp"
#include "proto/text_rules/name.hpp"

namespace casustafel::hosting {
namespace {

constexpr char gap = '\t';

std::string unhex(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        int byte = 0;
        std::from_chars(digits.data() + at, digits.data() + at + 2, byte, 16);
        bytes.push_back(static_cast<char>(byte));
    }
    return bytes;
}

std::string_view cut(std::string_view& line) {
    const auto end = line.find(gap);
    const std::string_view part = line.substr(0, end);
    line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
    return part;
}

}  // namespace

std::vector<Trainer> read_trainers(std::string_view text) {
    std::vector<Trainer> trainers;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        Trainer trainer;
        const std::string_view number = cut(line);
        std::from_chars(number.data(), number.data() + number.size(), trainer.number);
        trainer.key_hash = cut(line);
        trainer.totp_secret = unhex(cut(line));
        trainer.name = line;
        if (trainer.number != 0 && !trainer.name.empty()) trainers.push_back(std::move(trainer));
    }
    return trainers;
}

std::string write_trainers(const std::vector<Trainer>& trainers) {
    std::string text;
    for (const Trainer& each : trainers)
        text += std::to_string(each.number) + gap + each.key_hash + gap + hex(each.totp_secret) +
                gap + each.name + '\n';
    return text;
}

std::string trainer_key_hash(std::string_view key) {
    return hex(secret_hash(normalised_code(key)));
}

std::string random_trainer_key(const RandomBytes& random) { return readable_code(random, 28); }

std::optional<std::string> trainer_name(std::string_view typed) {
    return text_rules::as_name(typed, contract::limits::join_name_characters);
}

std::map<std::uint32_t, std::string> names_of(const std::vector<Trainer>& trainers) {
    std::map<std::uint32_t, std::string> names;
    for (const Trainer& each : trainers) names[each.number] = each.name;
    return names;
}

}  // namespace casustafel::hosting
