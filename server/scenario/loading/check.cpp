#include "server/scenario/loading/check.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "server/scenario/loading/libraries.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/scenario/reading/bytes.hpp"
#include "server/scenario/reading/limits.hpp"

namespace casustafel::scenario {
namespace {

using Path = std::filesystem::path;

std::vector<Path> files_in(const Path& folder, std::string_view extension) {
    std::vector<Path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error))
        if (each->path().extension() == extension && files.size() < limits::files_listed)
            files.push_back(each->path());
    std::sort(files.begin(), files.end());
    return files;
}

// A case as a server looks for it.
bool is_found_by_servers(const Path& file) { return file.extension() == ".yaml"; }

Diagnostic about(const Path& file, Severity severity, Sentence message, text::Key hint) {
    return {file.string(), {}, severity, std::move(message), Sentence{hint, {}}};
}

// The id that a case says it has, found without reading the rest of it.
std::string id_said_by(const Path& file) {
    const auto text = bytes_of(file);
    if (!text) return "";
    const auto at = text->rfind("id:", 0) == 0 ? 0 : text->find("\nid:");
    if (at == std::string::npos) return "";
    const auto begin = text->find_first_not_of(" \"'", text->find(':', at) + 1);
    return begin == std::string::npos
               ? ""
               : text->substr(begin, text->find_first_of(" \"'#\r\n", begin) - begin);
}

// Which files of a folder say which id. Each folder is looked through once.
class Neighbours {
public:
    // Another case with this id in the same folder, or nothing.
    std::optional<Path> twin_of(const Path& file, const std::string& id) {
        const Path folder = file.parent_path();
        const auto [found, fresh] = folders_.try_emplace(folder);
        if (fresh)
            for (const auto& each : files_in(folder.empty() ? Path(".") : folder, ".yaml"))
                found->second.emplace_back(id_said_by(each), each);
        for (const auto& [other_id, other] : found->second)
            if (other_id == id && other.filename() != file.filename()) return other;
        return std::nullopt;
    }

private:
    std::map<Path, std::vector<std::pair<std::string, Path>>> folders_;
};

// The files to check. What is wrong with a folder as a whole goes to `of_folders`.
std::vector<Path> spelled_out(const std::vector<Path>& named, std::vector<Diagnostic>& of_folders) {
    std::vector<Path> files;
    std::error_code error;
    for (const auto& each : named) {
        if (!std::filesystem::is_directory(each, error)) {
            files.push_back(each);
            continue;
        }
        const auto before = files.size();
        for (const auto& folder : {each, each / "rules", each / "libraries"}) {
            for (const auto& file : files_in(folder, ".yaml")) files.push_back(file);
            for (const auto& file : files_in(folder, ".yml")) files.push_back(file);
        }
        if (files.size() == before)
            of_folders.push_back(about(each, Severity::error, {text::Key::diagnostic_no_cases, {}},
                                       text::Key::diagnostic_hint_yaml));
    }
    return files;
}

// What is wrong with where a case stands and what it is called.
void check_place(Loaded& loaded, const Path& file, const std::vector<Path>& checked,
                 Neighbours& neighbours) {
    if (!is_found_by_servers(file))
        loaded.diagnostics.push_back(about(file, Severity::error,
                                           {text::Key::diagnostic_not_found_by_servers, {}},
                                           text::Key::diagnostic_hint_yaml));
    if (!loaded.scenario) return;
    const auto twin = neighbours.twin_of(file, loaded.scenario->id);
    if (!twin) return;
    // Of a neighbour that nobody asked about it is enough to be told.
    const bool both = std::find(checked.begin(), checked.end(), *twin) != checked.end();
    loaded.diagnostics.push_back(
        about(file, both ? Severity::error : Severity::warning,
              {text::Key::diagnostic_same_id, {loaded.scenario->id, twin->filename().string()}},
              text::Key::diagnostic_hint_same_id));
}

// A rules pack or a library, by itself.
Loaded check_alone(const Path& file, bool pack) {
    Loaded loaded;
    loaded.names = {.scenario = "", .rules = file.string()};
    if (auto text = bytes_of(file)) {
        loaded.rules_text = std::move(*text);
        loaded.diagnostics = pack ? check_rules(loaded.rules_text, loaded.names.rules)
                                  : check_library(loaded.rules_text, loaded.names.rules);
    } else {
        loaded.diagnostics = {
            {loaded.names.rules, {}, Severity::error, {text::Key::diagnostic_unreadable, {}}, {}}};
    }
    return loaded;
}

// The text in which the diagnostic stands.
std::string source_of(const Diagnostic& diagnostic, const Loaded& loaded) {
    if (diagnostic.file == loaded.names.rules) return loaded.rules_text;
    if (diagnostic.file == loaded.names.scenario) return loaded.scenario_text;
    for (const LibraryText& library : apart(loaded.rules_text).libraries)
        if (library.name == diagnostic.file) return library.text;
    return {};
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
    std::vector<Diagnostic> of_folders;
    Neighbours neighbours;
    const auto named = spelled_out(files, of_folders);
    for (const auto& each : of_folders) checked.text += print(each, "", language);
    if (!of_folders.empty()) checked.exit_code = 1;
    for (const auto& file : named) {
        const Path folder = std::filesystem::absolute(file).parent_path().filename();
        const bool alone = folder == "rules" || folder == "libraries";
        Loaded loaded = alone ? check_alone(file, folder == "rules")
                              : load_scenario(file, file.parent_path());
        if (!alone) check_place(loaded, file, named, neighbours);
        for (const auto& each : loaded.diagnostics)
            checked.text += print(each, source_of(each, loaded), language);
        if (has_error(loaded.diagnostics)) checked.exit_code = 1;
        checked.text += summary(file.string(), loaded.diagnostics, language);
    }
    return checked;
}

}  // namespace casustafel::scenario
