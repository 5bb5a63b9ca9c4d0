#include "client/command_line/wrong_use.hpp"

#include <algorithm>
#include <vector>

namespace casustafel::command_line {
namespace {

std::string_view up_to(std::string_view said, std::string_view mark) {
    return said.substr(0, said.find(mark));
}

std::string_view behind(std::string_view said, std::string_view mark) {
    const std::size_t at = said.find(mark);
    return at == std::string_view::npos ? said : said.substr(at + mark.size());
}

// The option that an error is about: "Could not convert: --seeds = x", "--listen: 1 required".
std::string option_in(std::string_view said) {
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find_first_of(" :=,", at), said.size());
        const std::string_view word = said.substr(at, end - at);
        if (word.starts_with("-")) return std::string(word);
        at = end + 1;
    }
    return std::string(up_to(said, ":"));
}

std::string wrong(std::string_view kind, std::string_view said, text::Language language) {
    using text::Key;
    const auto say = [&](Key key, std::vector<std::string> of) {
        return text::say(key, language, of);
    };
    if (kind == "RequiredError") {
        const std::string_view missing = up_to(said, " is required");
        const bool verb = missing.find("subcommand") != std::string_view::npos;
        return verb ? say(Key::usage_no_verb, {}) : say(Key::usage_missing, {std::string(missing)});
    }
    // The parser names this one after the verb.
    if (said.find("not expected: ") != std::string_view::npos)
        return say(Key::usage_unknown, {std::string(behind(said, ": "))});
    if (kind == "ArgumentMismatch") return say(Key::usage_no_value, {option_in(said)});
    if (kind == "ConversionError" || kind == "ValidationError")
        return say(Key::usage_bad_value, {option_in(said)});
    return say(Key::usage_other, {});
}

}  // namespace

text::Language language_in(int count, char** words) {
    for (int index = 1; index < count; ++index) {
        const std::string_view word = words[index];
        if (word == "--language=en") return text::Language::en;
        if (word == "--language" && index + 1 < count && std::string_view(words[index + 1]) == "en")
            return text::Language::en;
    }
    return text::Language::nl;
}

std::string sentence(std::string_view kind, std::string_view said, text::Language language) {
    return wrong(kind, said, language) + "\n" +
           std::string(text::say(text::Key::usage_more, language));
}

}  // namespace casustafel::command_line
