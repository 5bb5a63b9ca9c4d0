#include "server/cli/configuration.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "server/cli/installed.hpp"
#include "server/cli/sentences.hpp"

namespace casustafel::cli {
namespace {

// "tls-cert" as CASUSTAFEL_TLS_CERT.
std::string in_environment(std::string name) {
    std::ranges::transform(name, name.begin(), [](unsigned char letter) {
        return static_cast<char>(letter == '-' ? '_' : std::toupper(letter));
    });
    return "CASUSTAFEL_" + name;
}

bool is_setting(const CLI::Option& option) {
    const std::string name = option.get_single_name();
    return name != "help" && name != "show-configuration";
}

// Where this key stands; a section counts as one.
std::size_t line_of(const std::string& text, const std::string& key) {
    std::istringstream lines(text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const std::size_t begin = line.find_first_not_of(" \t[");
        if (begin == std::string::npos || line.compare(begin, key.size(), key) != 0) continue;
        const std::size_t end = begin + key.size();
        if (end == line.size() || std::string_view(" \t=].").find(line[end]) != std::string::npos)
            return number;
    }
    return number;
}

std::string quoted(const std::string& value) { return "\"" + value + "\""; }

std::string value_of(const CLI::Option& option) {
    const bool is_flag = option.get_expected_max() == 0;
    if (is_flag) return option.count() > 0 && option.as<bool>() ? "true" : "false";
    const auto& values = option.results();
    if (values.empty())
        return option.get_default_str().empty() ? "" : quoted(option.get_default_str());
    if (option.get_expected_max() == 1) return quoted(values.back());
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ", ") + quoted(value);
    return "[" + list + "]";
}

// The same name means the same for every verb.
void share_environment(CLI::App& verb, const std::set<std::string>& settings) {
    for (CLI::Option* option : verb.get_options())
        if (settings.contains(option->get_single_name()) && option->get_envname().empty())
            option->envname(in_environment(option->get_single_name()));
    for (CLI::App* below : verb.get_subcommands([](CLI::App*) { return true; }))
        share_environment(*below, settings);
}

}  // namespace

Configuration::Configuration(CLI::App& app, CLI::App& serve, int count, char** words)
    : app_(app), serve_(serve), words_(words + 1, words + count) {
    std::set<std::string> settings{"language"};
    for (const CLI::Option* option : serve.get_options())
        if (is_setting(*option)) settings.insert(option->get_single_name());
    share_environment(app, settings);
    app.set_config("--config", installed_configuration());
}

std::string Configuration::file() const { return app_.get_config_ptr()->as<std::string>(); }

bool Configuration::said(const std::string& name) const {
    return std::ranges::any_of(words_, [&](const std::string& word) {
        return word == "--" + name || word.starts_with("--" + name + "=");
    });
}

std::vector<CLI::ConfigItem> Configuration::from_config(std::istream& input) const {
    CLI::App* verb = &app_;
    std::vector<std::string> path;
    for (auto below = verb->get_subcommands(); !below.empty(); below = verb->get_subcommands()) {
        verb = below.front();
        path.push_back(verb->get_name());
    }
    if (verb->get_option_no_throw("--data") == nullptr) return {};
    const std::string text{std::istreambuf_iterator<char>(input), {}};
    std::istringstream again(text);
    std::vector<CLI::ConfigItem> used;
    for (CLI::ConfigItem& item : ConfigBase::from_config(again)) {
        const std::string key = item.parents.empty() ? item.name : item.parents.front();
        const CLI::Option* setting = serve_.get_option_no_throw("--" + key);
        const bool of_program = key == "language";
        const std::size_t line = line_of(text, key);
        if (!item.parents.empty() ||
            (!of_program && (setting == nullptr || !is_setting(*setting)))) {
            unknown_ = {line, key};
            throw CLI::ConfigError::Extras(key);
        }
        lines_[key] = line;
        CLI::App& of = of_program ? app_ : *verb;
        const CLI::Option* option = of.get_option_no_throw("--" + key);
        if (option == nullptr || !option->empty() ||
            std::getenv(in_environment(key).c_str()) != nullptr)
            continue;
        taken_.insert(key);
        if (!of_program) item.parents = path;
        used.push_back(std::move(item));
    }
    return used;
}

std::optional<std::string> Configuration::wrong(text::Language language) const {
    if (!unknown_) return std::nullopt;
    return sentence("configuration.unknown", language,
                    {file(), std::to_string(unknown_->first), unknown_->second});
}

std::string Configuration::source(const CLI::Option& option, text::Language language) const {
    const std::string name = option.get_single_name();
    if (said(name)) return sentence("configuration.from_call", language, {"--" + name});
    if (taken_.contains(name))
        return sentence("configuration.from_file", language,
                        {file(), std::to_string(lines_.at(name))});
    if (std::getenv(in_environment(name).c_str()) != nullptr)
        return sentence("configuration.from_environment", language, {in_environment(name)});
    return sentence("configuration.usual", language);
}

std::string Configuration::effective(text::Language language) const {
    std::ostringstream all;
    for (const CLI::Option* option : serve_.get_options()) {
        if (!is_setting(*option)) continue;
        const std::string value = value_of(*option);
        all << "# " << source(*option, language) << "\n";
        all << (value.empty() ? "#" : "") << option->get_single_name() << " = " << value << "\n";
    }
    return all.str();
}

}  // namespace casustafel::cli
