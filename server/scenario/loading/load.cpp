#include "server/scenario/loading/load.hpp"

#include <algorithm>
#include <system_error>

#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/lint_pack.hpp"
#include "server/scenario/loading/assemble.hpp"
#include "server/scenario/loading/libraries.hpp"
#include "server/scenario/reading/bytes.hpp"
#include "server/scenario/reading/case_fields.hpp"
#include "server/scenario/reading/encoding.hpp"
#include "server/scenario/reading/layout.hpp"
#include "server/scenario/reading/limits.hpp"
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

// What the author's lines say goes before what follows from it. When the file can be read all the
// same it is advice, since YAML allows more than its authors mean.
void put_slips_first(std::vector<Diagnostic>& found, const std::string& text,
                     const std::string& file) {
    std::vector<Diagnostic> of_encoding;
    const bool wrong = has_error(found);
    if (wrong) check_encoding(text, file, of_encoding);
    if (!of_encoding.empty() || text.size() > limits::file_bytes) return;
    const auto slips = slips_in(text);
    const auto follows = [&](const Diagnostic& each) {
        const bool may_follow = wrong || each.message.key == Key::diagnostic_missing_english;
        return std::any_of(slips.begin(), slips.end(), [&](const Slip& slip) {
            const bool same = each.at.library == 0 && slip.at.line == each.at.line;
            return same || (slip.brings_others && may_follow);
        });
    };
    std::erase_if(found, follows);
    for (const auto& slip : slips)
        found.push_back(
            {file, slip.at, wrong ? Severity::error : Severity::warning, slip.message, slip.hint});
}

// Reads the rules. Without a text the pack could not be found, and its own problems are not the
// point.
std::optional<RulesFile> read_rules(const std::string& rules_text, const std::string& name,
                                    const std::string& id, std::vector<Diagnostic>& diagnostics) {
    std::vector<Diagnostic> found;
    std::optional<RulesFile> rules;
    if (const auto tree = read_tree(rules_text, name, found)) {
        Findings findings(name, found);
        rules = read_file<RulesFile>(findings, *tree);
        lint_pack(*rules, findings, id);
    }
    put_slips_first(found, rules_text, name);
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    return rules;
}

std::optional<core::Scenario> read_case(const Loaded& loaded, bool rules_missing,
                                        std::vector<Diagnostic>& found,
                                        std::vector<Diagnostic>& of_rules) {
    auto tree = read_tree(loaded.scenario_text, loaded.names.scenario, found);
    if (!tree) return std::nullopt;
    Findings findings(loaded.names.scenario, found);
    const RulesAndLibraries beside = apart(loaded.rules_text);
    modernise(*tree);
    merge_libraries(*tree, beside.libraries, findings, found);
    const auto file = read_file<CaseFile>(findings, *tree);
    if (findings.failed("")) return std::nullopt;
    const bool named = member(*tree, "rules") != nullptr;  // else its key is misspelt, and told
    if (rules_missing && named && !file.rules.empty())
        findings.report("rules", {Key::diagnostic_no_such_rules, {file.rules}});
    std::optional<RulesFile> rules;
    if (!rules_missing)
        rules = read_rules(beside.rules, loaded.names.rules, file.rules, of_rules);
    // A pack that is not in order is told where it stands, and not again by every way that needs
    // it.
    const bool usable = rules && !has_error(of_rules);
    if (!usable) findings.distrust("items[0].grants");
    const RulesFile pack = usable ? *rules : RulesFile{};
    core::Scenario scenario = assemble(file, pack);
    lint({file, pack, scenario, findings});
    return scenario;
}

void parse_into(Loaded& loaded, bool rules_missing) {
    std::vector<Diagnostic> found, of_rules;
    auto scenario = read_case(loaded, rules_missing, found, of_rules);
    put_slips_first(found, loaded.scenario_text, loaded.names.scenario);
    found.insert(found.end(), of_rules.begin(), of_rules.end());
    if (!has_error(found)) loaded.scenario = std::move(scenario);
    loaded.diagnostics = std::move(found);
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
    loaded.rules_text =
        together({rules_text.value_or(""), libraries_for(loaded.scenario_text, scenarios_dir)});
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

std::vector<Diagnostic> check_library(const std::string& text, const std::string& name) {
    std::vector<Diagnostic> found;
    if (const auto tree = read_tree(text, name, found)) {
        Findings findings(name, found);
        read_file<LibraryFile>(findings, *tree);
    }
    put_slips_first(found, text, name);
    tidy(found);
    return found;
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
        auto tree = text ? read_tree(*text, path.string(), ignored) : std::nullopt;
        if (!tree) continue;
        Findings findings(path.string(), ignored);
        modernise(*tree);
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
