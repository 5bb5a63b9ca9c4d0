#include "server/cli/file_catalogue.hpp"

#include "server/scenario/load.hpp"

namespace casustafel::cli {
namespace {

int minutes_of(const core::Scenario& scenario) {
    std::int64_t real_ms = 0;
    for (const core::Segment& segment : scenario.segments) real_ms += segment.real_ms;
    return static_cast<int>(real_ms / 60'000);
}

}  // namespace

std::vector<hosting::CatalogueEntry> FileCatalogue::list() {
    std::vector<hosting::CatalogueEntry> entries;
    for (const scenario::Listed& listed : scenario::list_scenarios(folder_)) {
        const auto loaded = scenario::load_scenario(listed.file, folder_);
        if (!loaded.scenario) continue;  // `casustafel check` says what is wrong with it
        entries.push_back({listed.id, listed.title, static_cast<int>(loaded.scenario->roles.size()),
                           minutes_of(*loaded.scenario)});
    }
    return entries;
}

std::optional<hosting::CaseTexts> FileCatalogue::open(const std::string& id) {
    for (const scenario::Listed& listed : scenario::list_scenarios(folder_)) {
        if (listed.id != id) continue;
        auto loaded = scenario::load_scenario(listed.file, folder_);
        if (!loaded.scenario) return std::nullopt;
        return hosting::CaseTexts{
            loaded.names.scenario, loaded.names.rules, std::move(loaded.scenario_text),
            std::move(loaded.rules_text),
            std::make_shared<const core::Scenario>(std::move(*loaded.scenario))};
    }
    return std::nullopt;
}

std::shared_ptr<const core::Scenario> FileCatalogue::read(const hosting::CaseTexts& texts) {
    auto loaded = scenario::parse_scenario(texts.scenario_text, texts.rules_text,
                                           {texts.scenario_file, texts.rules_file});
    if (!loaded.scenario) return nullptr;
    return std::make_shared<const core::Scenario>(std::move(*loaded.scenario));
}

}  // namespace casustafel::cli
