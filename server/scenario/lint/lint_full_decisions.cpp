// What is asked of the decisions of a full case (README.md §full_case), and which parts it
// should not lack. Advice, so warnings.
#include <algorithm>

#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

void warn(const Draft& draft, const std::string& path, Sentence message) {
    draft.findings.report(path, std::move(message), {}, Severity::warning);
}

std::vector<core::ItemId> required_items(const core::Decision& decision) {
    std::vector<core::ItemId> items;
    for (const auto& required : decision.required) {
        if (!required.item.empty()) items.push_back(required.item);
        items.insert(items.end(), required.of.begin(), required.of.end());
    }
    return items;
}

// Whether nobody at this table has the item from the case itself, and somebody elsewhere does.
bool comes_from_elsewhere(const core::Scenario& scenario, const core::Item& item,
                          const core::TableId& table) {
    bool elsewhere = false;
    for (const auto& role : scenario.roles) {
        if (!core::is_original_holder(item, role.id)) continue;
        if (role.table == table) return false;
        elsewhere = true;
    }
    return elsewhere;
}

bool crosses(const core::Scenario& scenario, const core::Decision& decision) {
    const auto items = required_items(decision);
    return std::any_of(items.begin(), items.end(), [&](const core::ItemId& id) {
        const auto* item = core::find(scenario, id);
        return item != nullptr && comes_from_elsewhere(scenario, *item, decision.table);
    });
}

void check_crossing(const Draft& draft) {
    const auto& scenario = draft.scenario;
    std::size_t crossing = 0;
    for (const auto& decision : scenario.decisions) crossing += crosses(scenario, decision);
    if (crossing * 2 < scenario.decisions.size())
        warn(draft, "decisions",
             {Key::diagnostic_full_crossing,
              {std::to_string(crossing), std::to_string(scenario.decisions.size())}});
    for (std::size_t index = 0; index < scenario.tables.size(); ++index) {
        const auto& table = scenario.tables[index].id;
        const bool found = std::any_of(
            scenario.decisions.begin(), scenario.decisions.end(), [&](const auto& decision) {
                return decision.core && decision.table == table && crosses(scenario, decision);
            });
        if (!found)
            warn(draft, under(element("tables", index), "id"),
                 {Key::diagnostic_full_core_decision, {table.value}});
    }
}

void check_options(const Draft& draft, const core::Decision& decision, const std::string& path) {
    if (decision.options.empty()) return;
    if (decision.options.size() < 2)
        warn(draft, under(path, "options"), {Key::diagnostic_full_one_option, {decision.id.value}});
    if (std::none_of(decision.options.begin(), decision.options.end(),
                     [](const core::DecisionOption& option) { return option.best; }))
        warn(draft, under(path, "options"), {Key::diagnostic_full_no_best, {decision.id.value}});
}

// What everybody has already is a decoy; a decision should not hang on it.
void check_common_knowledge(const Draft& draft, const core::Decision& decision,
                            const std::string& path) {
    for (std::size_t entry = 0; entry < decision.required.size(); ++entry) {
        const auto* item = core::find(draft.scenario, decision.required[entry].item);
        if (item == nullptr) continue;
        const auto& roles = draft.scenario.roles;
        if (std::all_of(roles.begin(), roles.end(), [&](const core::Role& role) {
                return core::is_original_holder(*item, role.id);
            }))
            warn(draft, under(element(under(path, "required"), entry), "item"),
                 {Key::diagnostic_full_common_knowledge, {item->id.value}});
    }
}

void check_sections(const Draft& draft) {
    const CaseFile& file = draft.file;
    const auto wanted = [&](bool there, const char* section) {
        if (!there && draft.findings.sound(section))
            warn(draft, "id", {Key::diagnostic_full_section, {section}});
    };
    wanted(!file.decisions.empty(), "decisions");
    wanted(!file.interventions.empty(), "interventions");
    wanted(!file.tracks.empty(), "tracks");
    wanted(file.plan.has_value(), "plan");
    wanted(file.swap.has_value(), "swap");
    wanted(!file.endings.empty(), "endings");
    wanted(!file.questions.empty(), "questions");
    wanted(!file.trainer_page.nl.empty(), "trainer_page");
}

void check_full_decisions(const Draft& draft) {
    if (draft.file.practice) return;
    check_sections(draft);
    if (draft.scenario.decisions.empty()) return;
    check_crossing(draft);
    for (std::size_t index = 0; index < draft.scenario.decisions.size(); ++index) {
        const std::string path = element("decisions", index);
        check_options(draft, draft.scenario.decisions[index], path);
        check_common_knowledge(draft, draft.scenario.decisions[index], path);
    }
}

}  // namespace

Rules lint_full_decisions() {
    static const Rule rules[] = {
        {check_full_decisions, {"practice", "roles", "items", "tables", "decisions"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
