#pragma once
// From the texts of a case and its rules pack to a core::Scenario that every other room may trust,
// or to the list of everything that is wrong with them. `parse_scenario` is pure: the host keeps
// the texts in the log's header and reads them again after a restart. Only `load_scenario` and
// `list_scenarios` touch files.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/core/values/scenario.hpp"
#include "server/scenario/reading/diagnostic.hpp"

namespace casustafel::scenario {

// What the diagnostics call the two texts.
struct Names {
    std::string scenario = "scenario.yaml";
    std::string rules = "rules.yaml";
};

struct Loaded {
    std::optional<core::Scenario> scenario;  // nothing when a diagnostic is an error
    std::vector<Diagnostic> diagnostics;     // sorted by file and position
    std::string scenario_text;               // exactly the bytes that were read
    std::string rules_text;  // the same of the rules, and behind them the libraries it takes from
    Names names;
};

// Reads both texts and checks the case as a whole. Never throws; time is bounded by the limits.
Loaded parse_scenario(std::string scenario_text, std::string rules_text, Names names = {});

// Reads `file`, and the rules pack it names from `scenarios_dir`/rules/<name>.yaml.
Loaded load_scenario(const std::filesystem::path& file, const std::filesystem::path& scenarios_dir);

// The pack alone: its diagnostics.
std::vector<Diagnostic> check_rules(const std::string& rules_text, const std::string& name);

// A library alone: its diagnostics. What it names stands in the cases that take from it.
std::vector<Diagnostic> check_library(const std::string& text, const std::string& name);

struct Listed {
    std::string id;
    core::Text title;
    std::filesystem::path file;
};

// The cases in this folder that say their id and title, sorted by id; whether they are sound shows
// on loading.
std::vector<Listed> list_scenarios(const std::filesystem::path& scenarios_dir);

}  // namespace casustafel::scenario
