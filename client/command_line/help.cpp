#include "client/command_line/help.hpp"

#include <CLI/CLI.hpp>
#include <optional>

namespace casustafel::command_line {
namespace {

class Description {
public:
    Description(CLI::Formatter& formatter, text::Language language, const Named& named)
        : formatter_(formatter), language_(language), named_(named) {
        of_parser(formatter);
    }

    // `path` is how texts call it: the program, or a verb below it.
    void of(CLI::App& app, const std::string& path) {
        app.description(words(path).value_or(app.get_description()));
        for (CLI::Option* option : app.get_options()) {
            describe(*option, path);
            of_type(formatter_, option->get_type_name());
        }
        for (CLI::App* verb : app.get_subcommands([](CLI::App*) { return true; })) {
            verb->group(std::string(text::say(text::Key::call_word_verbs, language_)));
            std::string name = verb->get_name();
            std::erase(name, '-');
            of(*verb, (is_root(app) ? "call" : path) + "." + name);
        }
    }

    std::vector<std::string> missing;

private:
    void of_parser(CLI::Formatter& formatter) const {
        const std::vector<std::pair<const char*, text::Key>> words = {
            {"Usage", text::Key::call_word_usage},
            {"OPTIONS", text::Key::call_word_options},
            {"SUBCOMMAND", text::Key::call_word_verb},
            {"SUBCOMMANDS", text::Key::call_word_verb},
            {"Positionals", text::Key::call_word_positionals},
            {"REQUIRED", text::Key::call_word_required},
            {"Env", text::Key::call_word_environment},
            {"Needs", text::Key::call_word_needs},
        };
        for (const auto& [word, key] : words)
            formatter.label(word, std::string(text::say(key, language_)));
    }

    // "TEXT" and "TEXT:{nl,en}" are both what the parser calls a text.
    void of_type(CLI::Formatter& formatter, const std::string& type) const {
        for (const auto& [word, key] : {std::pair{"TEXT", text::Key::call_word_text},
                                        std::pair{"INT", text::Key::call_word_number},
                                        std::pair{"UINT", text::Key::call_word_number}}) {
            const std::string_view name(word);
            if (type != name && !type.starts_with(std::string(name) + ":")) continue;
            std::string rest = type.substr(name.size());
            if (rest.starts_with(":INT in ")) rest = ":" + rest.substr(8);
            formatter.label(type, std::string(text::say(key, language_)) + rest);
        }
    }

    static bool is_root(const CLI::App& app) { return app.get_parent() == nullptr; }

    // "--trainer-key-file" as "trainer_key_file".
    static std::string key_part(std::string name) {
        name.erase(0, name.find_first_not_of('-'));
        for (char& letter : name)
            if (letter == '-') letter = '_';
        return name;
    }

    void describe(CLI::Option& option, const std::string& path) {
        const std::string name = key_part(option.get_single_name());
        auto found = words(path + "." + name, name, false);
        if (!found) found = words("call.any." + name, name);
        if (found) option.description(*found);
        option.group(std::string(text::say(text::Key::call_word_group, language_)));
    }

    std::optional<std::string> words(const std::string& key, const std::string& option = {},
                                     bool last = true) {
        const auto found = text::find(key);
        if (!found && last) missing.push_back(key);
        if (!found) return std::nullopt;
        const auto arguments = named_.find(option);
        if (arguments == named_.end()) return std::string(text::say(*found, language_));
        return text::say(*found, language_, arguments->second);
    }

    CLI::Formatter& formatter_;
    text::Language language_;
    const Named& named_;
};

}  // namespace

std::vector<std::string> describe(CLI::App& app, std::string_view program, text::Language language,
                                  const Named& named) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    Description description(*formatter, language, named);
    description.of(app, "call." + std::string(program));
    const auto hand_down = [&](auto& self, CLI::App& to) -> void {
        to.formatter(formatter);
        for (CLI::App* verb : to.get_subcommands([](CLI::App*) { return true; })) self(self, *verb);
    };
    hand_down(hand_down, app);
    return description.missing;
}

}  // namespace casustafel::command_line
