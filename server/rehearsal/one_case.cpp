#include "server/rehearsal/one_case.hpp"

namespace casustafel::rehearsal {

std::vector<hosting::CatalogueEntry> OneCase::list() {
    const core::Scenario& scenario = *texts_.scenario;
    std::int64_t real_ms = 0;
    for (const core::Segment& segment : scenario.segments) real_ms += segment.real_ms;
    return {{scenario.id, scenario.title, static_cast<int>(scenario.roles.size()),
             static_cast<int>(real_ms / 60'000)}};
}

std::optional<hosting::CaseTexts> OneCase::open(const std::string& id) {
    if (id != texts_.scenario->id) return std::nullopt;
    return texts_;
}

std::shared_ptr<const core::Scenario> OneCase::read(const hosting::CaseTexts& texts) {
    const bool same =
        texts.scenario_text == texts_.scenario_text && texts.rules_text == texts_.rules_text;
    return same ? texts_.scenario : nullptr;
}

hosting::CaseTexts unwritten_case(core::Scenario scenario) {
    hosting::CaseTexts texts;
    texts.scenario_file = scenario.id;
    texts.rules_file = scenario.rules.id;
    texts.scenario_text = "case " + scenario.id;
    texts.rules_text = "rules " + scenario.rules.id;
    texts.scenario = std::make_shared<const core::Scenario>(std::move(scenario));
    return texts;
}

}  // namespace casustafel::rehearsal
