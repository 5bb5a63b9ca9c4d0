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

}  // namespace

void FileCatalogue::refresh() {
    const auto rules_changed = newest_change(folder_ / "rules");
    if (rules_changed != rules_changed_) known_.clear();
    rules_changed_ = rules_changed;
    std::map<fs::path, ReadCase> found;
    std::error_code unreadable;
    for (const auto& entry : fs::directory_iterator(folder_, unreadable)) {
        if (entry.path().extension() != ".yaml") continue;
        const auto changed = entry.last_write_time(unreadable);
        const auto known = known_.find(entry.path());
        if (known != known_.end() && known->second.changed == changed) {
            found[entry.path()] = known->second;
            continue;
        }
        auto loaded = scenario::load_scenario(entry.path(), folder_);
        ReadCase& fresh = found[entry.path()];
        fresh.changed = changed;
        if (!loaded.scenario) continue;  // `casustafel check` says what is wrong with it
        fresh.texts =
            hosting::CaseTexts{loaded.names.scenario, loaded.names.rules,
                               std::move(loaded.scenario_text), std::move(loaded.rules_text),
                               std::make_shared<const core::Scenario>(std::move(*loaded.scenario))};
    }
    known_ = std::move(found);
}

std::vector<hosting::CatalogueEntry> FileCatalogue::list() {
    refresh();
    std::vector<hosting::CatalogueEntry> entries;
    for (const auto& [file, known] : known_) {
        if (!known.texts) continue;
        const core::Scenario& scenario = *known.texts->scenario;
        entries.push_back({scenario.id, scenario.title, static_cast<int>(scenario.roles.size()),
                           minutes_of(scenario)});
    }
    return entries;
}

std::optional<hosting::CaseTexts> FileCatalogue::open(const std::string& id) {
    refresh();
    for (const auto& [file, known] : known_) {
        if (known.texts && known.texts->scenario->id == id) return known.texts;
    }
    return std::nullopt;
}

std::shared_ptr<const core::Scenario> FileCatalogue::read(const hosting::CaseTexts& texts) {
    // A new session plays what is in the folder now, and most old ones do too.
    for (const auto& [file, known] : known_) {
        if (known.texts && known.texts->scenario_text == texts.scenario_text &&
            known.texts->rules_text == texts.rules_text) {
            return known.texts->scenario;
        }
    }
    auto loaded = scenario::parse_scenario(texts.scenario_text, texts.rules_text,
                                           {texts.scenario_file, texts.rules_file});
    if (!loaded.scenario) return nullptr;
    return std::make_shared<const core::Scenario>(std::move(*loaded.scenario));
}

}  // namespace casustafel::cli
