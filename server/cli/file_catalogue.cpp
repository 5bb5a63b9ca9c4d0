#include "server/cli/file_catalogue.hpp"

#include <algorithm>

#include "server/scenario/loading/load.hpp"

namespace casustafel::cli {
namespace {

int minutes_of(const core::Scenario& scenario) {
    std::int64_t real_ms = 0;
    for (const core::Segment& segment : scenario.segments) real_ms += segment.real_ms;
    return static_cast<int>(real_ms / 60'000);
}

namespace fs = std::filesystem;

// When the newest file of a folder changed; the beginning of time when there is none.
fs::file_time_type newest_change(const fs::path& folder) {
    fs::file_time_type newest = fs::file_time_type::min();
    std::error_code unreadable;
    for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
        newest = std::max(newest, entry.last_write_time(unreadable));
    }
    return newest;
}

journal::Notice about(std::string sentence, std::vector<std::string> arguments) {
    return {std::move(sentence), std::move(arguments), journal::Weight::warning};
}

// Why a file with errors is passed over: the first of them.
std::optional<journal::Notice> first_error(const std::vector<scenario::Diagnostic>& diagnostics,
                                           const std::string& file, text::Language language) {
    for (const auto& each : diagnostics)
        if (each.severity == scenario::Severity::error)
            return about("log.case_with_errors", {file, each.file, std::to_string(each.at.line),
                                                  say(each.message, language)});
    return std::nullopt;
}

}  // namespace

void FileCatalogue::refresh() {
    const auto rules_changed = std::max(newest_change(folder_ / "rules"), newest_change(folder_ / "libraries"));
    if (rules_changed != rules_changed_) known_.clear();
    rules_changed_ = rules_changed;
    std::map<fs::path, ReadCase> found;
    std::error_code unreadable;
    std::vector<journal::Notice> news;
    for (const auto& entry : fs::directory_iterator(folder_, unreadable)) {
        if (entry.path().extension() == ".yml")
            news.push_back(about("log.case_not_yaml", {entry.path().string()}));
        if (entry.path().extension() != ".yaml") continue;
        std::error_code gone;
        const auto changed = entry.last_write_time(gone);
        const auto known = known_.find(entry.path());
        if (known != known_.end() && known->second.changed == changed) {
            found[entry.path()] = known->second;
            continue;
        }
        auto loaded = scenario::load_scenario(entry.path(), folder_);
        ReadCase& fresh = found[entry.path()];
        fresh.changed = changed;
        if (!loaded.scenario) {
            fresh.passed_over = first_error(loaded.diagnostics, entry.path().string(), language_);
            continue;
        }
        fresh.texts =
            hosting::CaseTexts{loaded.names.scenario, loaded.names.rules,
                               std::move(loaded.scenario_text), std::move(loaded.rules_text),
                               std::make_shared<const core::Scenario>(std::move(*loaded.scenario))};
    }
    known_ = std::move(found);
    pass_over_twins();
    if (unreadable)
        news.push_back(about("log.no_cases_folder", {folder_.string(), unreadable.message()}));
    else if (known_.empty())
        news.push_back(about("log.no_cases", {folder_.string()}));
    tell_news(std::move(news));
}

void FileCatalogue::pass_over_twins() {
    std::map<std::string, fs::path> offered;
    for (auto& [file, known] : known_) {
        if (!known.texts) continue;
        known.passed_over.reset();
        const std::string& id = known.texts->scenario->id;
        const auto [first, fresh] = offered.try_emplace(id, file);
        if (!fresh)
            known.passed_over =
                about("log.case_twice", {file.string(), first->second.string(), id});
    }
}

void FileCatalogue::tell_news(std::vector<journal::Notice> found) {
    for (const auto& [file, known] : known_)
        if (known.passed_over) found.push_back(*known.passed_over);
    std::set<std::vector<std::string>> now;
    for (const journal::Notice& notice : found) {
        std::vector<std::string> words = notice.arguments;
        words.push_back(notice.sentence);
        if (!told_.contains(words)) tell_operator_(notice);
        now.insert(std::move(words));
    }
    told_ = std::move(now);
}

std::vector<hosting::CatalogueEntry> FileCatalogue::list() {
    const std::lock_guard lock(mutex_);
    refresh();
    std::vector<hosting::CatalogueEntry> entries;
    for (const auto& [file, known] : known_) {
        if (!known.texts || known.passed_over) continue;
        const core::Scenario& scenario = *known.texts->scenario;
        entries.push_back({scenario.id, scenario.title, static_cast<int>(scenario.roles.size()),
                           minutes_of(scenario)});
    }
    return entries;
}

std::optional<hosting::CaseTexts> FileCatalogue::open(const std::string& id) {
    const std::lock_guard lock(mutex_);
    refresh();
    for (const auto& [file, known] : known_) {
        if (known.texts && known.texts->scenario->id == id) return known.texts;
    }
    return std::nullopt;
}

// A new session plays what is in the folder now, and most old ones do too.
std::shared_ptr<const core::Scenario> FileCatalogue::known_by_text(
    const hosting::CaseTexts& texts) {
    const std::lock_guard lock(mutex_);
    for (const auto& [file, known] : known_)
        if (known.texts && known.texts->scenario_text == texts.scenario_text &&
            known.texts->rules_text == texts.rules_text)
            return known.texts->scenario;
    return nullptr;
}

std::shared_ptr<const core::Scenario> FileCatalogue::read(const hosting::CaseTexts& texts) {
    if (auto known = known_by_text(texts)) return known;
    auto loaded = scenario::parse_scenario(texts.scenario_text, texts.rules_text,
                                           {texts.scenario_file, texts.rules_file});
    if (!loaded.scenario) return nullptr;
    return std::make_shared<const core::Scenario>(std::move(*loaded.scenario));
}

}  // namespace casustafel::cli
