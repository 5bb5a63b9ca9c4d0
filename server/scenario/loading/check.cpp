#include "server/scenario/loading/check.hpp"

#include <algorithm>

#include "server/scenario/loading/load.hpp"
#include "server/scenario/reading/bytes.hpp"
#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {
namespace {

using Path = std::filesystem::path;

std::vector<Path> yaml_files_in(const Path& folder) {
    std::vector<Path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error))
        if (each->path().extension() == ".yaml" && files.size() < limits::files_listed)
            files.push_back(each->path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Path> spelled_out(const std::vector<Path>& named) {
    std::vector<Path> files;
    std::error_code error;
    for (const auto& each : named) {
        if (!std::filesystem::is_directory(each, error)) {
            files.push_back(each);
            continue;
        }
        for (const auto& folder : {each, each / "rules"})
            for (const auto& file : yaml_files_in(folder)) files.push_back(file);
    }
    return files;
}

Loaded check_pack(const Path& file) {
    Loaded loaded;
    loaded.names = {.scenario = "", .rules = file.string()};
    if (auto text = bytes_of(file)) {
        loaded.rules_text = std::move(*text);
        loaded.diagnostics = check_rules(loaded.rules_text, loaded.names.rules);
    } else {
        loaded.diagnostics = {
            {loaded.names.rules, {}, Severity::error, {text::Key::diagnostic_unreadable, {}}, {}}};
    }
    return loaded;
}

std::string summary(const std::string& file, const std::vector<Diagnostic>& diagnostics,
                    text::Language language) {
    if (diagnostics.empty())
        return say({text::Key::diagnostic_summary_clean, {file}}, language) + "\n";
    const auto errors =
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [](const Diagnostic& each) { return each.severity == Severity::error; });
    const auto warnings = static_cast<long>(diagnostics.size()) - errors;
    return say({text::Key::diagnostic_summary,
                {file, std::to_string(errors), std::to_string(warnings)}},
               language) +
           "\n";
}

}  // namespace

Checked check(const std::vector<Path>& files, text::Language language) {
    Checked checked;
    for (const auto& file : spelled_out(files)) {
        const Path folder = file.parent_path();
        const bool pack = std::filesystem::absolute(file).parent_path().filename() == "rules";
        const Loaded loaded = pack ? check_pack(file) : load_scenario(file, folder);
        for (const auto& each : loaded.diagnostics) {
            const bool of_rules = each.file == loaded.names.rules;
            checked.text +=
                print(each, of_rules ? loaded.rules_text : loaded.scenario_text, language);
        }
        if (has_error(loaded.diagnostics)) checked.exit_code = 1;
        checked.text += summary(file.string(), loaded.diagnostics, language);
    }
    return checked;
}

}  // namespace casustafel::scenario
