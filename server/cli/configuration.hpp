#pragma once
// The settings of `serve` from a file, in CLI11's own form (`key = value` on a line, # begins a
// line of comment), and from the environment: each option by its own name, `listen` and
// CASUSTAFEL_LISTEN. What the call says goes before the environment, that before the file, that
// before what is usual. Other verbs on a data directory take what they have too from the same file.
// An unknown key is an error, and the file is named with its line.
#include <CLI/CLI.hpp>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assets/text/text.hpp"

namespace casustafel::cli {

class Configuration final : public CLI::ConfigBase {
public:
    // Call it when all verbs and options are there. Everything named must outlive this.
    Configuration(CLI::App& app, CLI::App& serve, int count, char** words);

    // What CLI11 asks for: the settings in this file for the verb that was called.
    std::vector<CLI::ConfigItem> from_config(std::istream& input) const override;

    // A key that is no setting, as a sentence; nothing when all of them are.
    std::optional<std::string> wrong(text::Language) const;

    // Every setting of `serve` as it is used, each below a comment that says where it comes from;
    // can be used as such a file.
    std::string effective(text::Language) const;

private:
    std::string file() const;
    bool said(const std::string& name) const;
    std::string source(const CLI::Option& option, text::Language) const;

    CLI::App& app_;
    CLI::App& serve_;
    std::vector<std::string> words_;
    mutable std::map<std::string, std::size_t> lines_;  // of the keys in the file
    mutable std::set<std::string> taken_;               // keys whose value is used
    mutable std::optional<std::pair<std::size_t, std::string>> unknown_;
};

}  // namespace casustafel::cli
