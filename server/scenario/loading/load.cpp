#include "server/scenario/loading/load.hpp"

#include <algorithm>
#include <system_error>

#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/lint_pack.hpp"
#include "server/scenario/loading/assemble.hpp"
#include "server/scenario/reading/bytes.hpp"
#include "server/scenario/reading/case_fields.hpp"
#include "server/scenario/reading/reader.hpp"
#include "server/scenario/reading/rules_fields.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

Diagnostic unreadable(const std::string& file) {
    return {file, {}, Severity::error, {Key::diagnostic_unreadable, {}}, {}};
}

// Gives the code of the rules pack that this text names, when it names one.
std::string rules_named(const std::string& scenario_text) {
    std::vector<Diagnostic> ignored;
    const auto tree = read_tree(scenario_text, "", ignored);
    const Member* rules = tree ? member(*tree, "rules") : nullptr;
    return rules != nullptr && is_id(rules->value.scalar) ? rules->value.scalar : "";
}

// Reads the rules. Without a text the pack could not be found, and its own problems are not the
// point.
std::optional<RulesFile> read_rules(const std::string& rules_text, const std::string& name,
                                    const std::string& id, std::vector<Diagnostic>& diagnostics) {
    const auto tree = read_tree(rules_text, name, diagnostics);
    if (!tree) return std::nullopt;
    Findings findings(name, diagnostics);
    auto rules = read_file<RulesFile>(findings, *tree);
    lint_pack(rules, findings, id);
    return rules;
}

void parse_into(Loaded& loaded, bool rules_missing) {
    auto& diagnostics = loaded.diagnostics;
    const auto tree = read_tree(loaded.scenario_text, loaded.names.scenario, diagnostics);
    if (!tree) return;
    Findings findings(loaded.names.scenario, diagnostics);
    const auto file = read_file<CaseFile>(findings, *tree);
    if (findings.failed("")) return;
    if (rules_missing && !file.rules.empty())
        findings.report("rules", {Key::diagnostic_no_such_rules, {file.rules}});
    std::optional<RulesFile> rules;
    if (!rules_missing)
        rules = read_rules(loaded.rules_text, loaded.names.rules, file.rules, diagnostics);
    const RulesFile pack = rules.value_or(RulesFile{});
    const core::Scenario scenario = assemble(file, pack);
    lint({file, pack, scenario, findings});
    if (!has_error(diagnostics)) loaded.scenario = scenario;
}

}  // namespace

Loaded parse_scenario(std::string scenario_text, std::string rules_text, Names names) {
    Loaded loaded{.scenario = {},
                  .diagnostics = {},
                  .scenario_text = std::move(scenario_text),
                  .rules_text = std::move(rules_text),
                  .names = std::move(names)};
    parse_into(loaded, false);
    tidy(loaded.diagnostics);
    return loaded;
}

Loaded load_scenario(const std::filesystem::path& file,
                     const std::filesystem::path& scenarios_dir) {
    Loaded loaded;
    loaded.names.scenario = file.string();
    const auto scenario_text = bytes_of(file);
    if (!scenario_text) {
        loaded.diagnostics.push_back(unreadable(loaded.names.scenario));
        return loaded;
    }
    loaded.scenario_text = *scenario_text;
    const std::string rules = rules_named(loaded.scenario_text);
    const auto rules_file = scenarios_dir / "rules" / (rules + ".yaml");
    const auto rules_text = rules.empty() ? std::nullopt : bytes_of(rules_file);
    loaded.names.rules = rules_file.string();
    loaded.rules_text = rules_text.value_or("");
    parse_into(loaded, !rules_text.has_value());
    tidy(loaded.diagnostics);
    return loaded;
}

std::vector<Diagnostic> check_rules(const std::string& rules_text, const std::string& name) {
    std::vector<Diagnostic> diagnostics;
    read_rules(rules_text, name, "", diagnostics);
    tidy(diagnostics);
    return diagnostics;
}

std::vector<Listed> list_scenarios(const std::filesystem::path& scenarios_dir) {
    std::vector<Listed> listed;
    std::error_code error;
    for (std::filesystem::directory_iterator each(scenarios_dir, error), end; !error && each != end;
         each.increment(error)) {
        const auto& path = each->path();
        if (path.extension() != ".yaml" || listed.size() >= limits::files_listed) continue;
        const auto text = bytes_of(path);
        std::vector<Diagnostic> ignored;
        const auto tree = text ? read_tree(*text, path.string(), ignored) : std::nullopt;
        if (!tree) continue;
        Findings findings(path.string(), ignored);
        const auto file = read_file<CaseFile>(findings, *tree);
        if (!file.id.empty() && !file.title.nl.empty())
            listed.push_back({file.id, file.title, path});
    }
    std::sort(listed.begin(), listed.end(), [](const Listed& left, const Listed& right) {
        return std::tie(left.id, left.file) < std::tie(right.id, right.file);
    });
    return listed;
}

}  // namespace casustafel::scenario
