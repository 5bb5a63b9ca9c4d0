// What is asked of a full case besides (README.md §full_case): enough of everything that makes two
// tables need each other and makes sharing a choice. Advice, so warnings; a practice case is too
// small for it.
#include <algorithm>
#include <map>

#include "server/scenario/lint/lint.hpp"
#include "server/scenario/lint/reach.hpp"
#include "server/scenario/lint/walk.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

const core::TableId& table_of(const core::Scenario& scenario, const core::RoleId& role) {
    static const core::TableId none;
    const auto* found = core::find(scenario, role);
    return found != nullptr ? found->table : none;
}

// Whether all who have it from the case itself sit at one table, and which.
std::optional<core::TableId> table_of_holders(const core::Scenario& scenario,
                                              const core::Item& item) {
    const auto holders = core::original_holders(item);
    if (holders.empty()) return std::nullopt;
    const auto& first = table_of(scenario, holders.front());
    for (const auto& holder : holders)
        if (table_of(scenario, holder) != first) return std::nullopt;
    return first;
}

std::map<std::pair<core::TableId, core::TableId>, int> needs_across(
    const core::Scenario& scenario) {
    std::map<std::pair<core::TableId, core::TableId>, int> across;
    for (const auto& from : scenario.tables)
        for (const auto& to : scenario.tables)
            if (from.id != to.id) across[{from.id, to.id}] = 0;
    for (const auto& item : scenario.items) {
        const auto from = table_of_holders(scenario, item);
        if (!from) continue;
        for (const auto& need : item.needs)
            if (const auto& to = table_of(scenario, need.role); to != *from) ++across[{*from, to}];
    }
    return across;
}

bool only_as_conclusion(const core::Item& item) {
    return item.sensitivity > 0 && !item.grants.empty() &&
           std::all_of(item.grants.begin(), item.grants.end(), [](const core::Grant& grant) {
               return grant.max_form <= core::Form::conclusion;
           });
}

std::size_t roles_with_needs_both_ways(const core::Scenario& scenario) {
    std::size_t count = 0;
    for (const auto& role : scenario.roles) {
        bool holds = false, needs = false;
        for (const auto& item : scenario.items) {
            if (core::is_original_holder(item, role.id)) holds = holds || !item.needs.empty();
            needs =
                needs || std::any_of(item.needs.begin(), item.needs.end(),
                                     [&](const core::Need& need) { return need.role == role.id; });
        }
        count += holds && needs;
    }
    return count;
}

void check_full_case(const Draft& draft) {
    if (draft.file.practice) return;
    const auto& scenario = draft.scenario;
    const auto& items = scenario.items;
    const auto at_least = [&](std::size_t found, std::size_t wanted, Key key) {
        if (found < wanted)
            draft.findings.report("items", {key, {std::to_string(found), std::to_string(wanted)}},
                                  {}, Severity::warning);
    };
    const auto count = [&](auto which) {
        return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), which));
    };
    at_least(count([](const core::Item& item) { return item.needs.empty(); }),
             (items.size() + 9) / 10, Key::diagnostic_full_temptations);
    at_least(count(only_as_conclusion), 2, Key::diagnostic_full_conclusions);
    at_least(
        count([](const core::Item& item) { return item.sensitivity > 0 && item.grants.empty(); }),
        1, Key::diagnostic_full_refusals);
    at_least(count([](const core::Item& item) {
                 return item.truth != core::Truth::true_ && item.presented_as_fact;
             }),
             3, Key::diagnostic_full_assumptions);
    at_least(roles_with_needs_both_ways(scenario), 3, Key::diagnostic_full_both_ways);
    for (const auto& [tables, found] : needs_across(scenario))
        if (found < 4)
            draft.findings.report(
                "items",
                {Key::diagnostic_full_across,
                 {tables.first.value, tables.second.value, std::to_string(found)}},
                {}, Severity::warning);
}

bool asks_for(const core::Condition& condition, const core::Item& item,
              const core::Measure& measure) {
    const auto is_about = [&] {
        return std::find(item.about.begin(), item.about.end(), measure.person) != item.about.end();
    };
    return condition.kind == core::ConditionKind::measure &&
           (condition.person.empty() ? is_about() : condition.person == measure.person) &&
           (condition.subject.empty() || condition.subject == measure.subject);
}

bool is_asked(const core::Scenario& scenario, const core::Measure& measure) {
    const auto is_asked_in = [&](const core::Item& item, const auto& ways) {
        return std::any_of(ways.begin(), ways.end(), [&](const auto& way) {
            return std::any_of(way.when.begin(), way.when.end(), [&](const auto& condition) {
                return asks_for(condition, item, measure);
            });
        });
    };
    return std::any_of(scenario.items.begin(), scenario.items.end(), [&](const core::Item& item) {
        return is_asked_in(item, item.grants) || is_asked_in(item, item.never);
    });
}

// A measure is known by its name alone: one that opens nothing is a slip in that name.
void check_measures_are_asked(const Draft& draft, const std::vector<core::Measure>& measures,
                              const std::string& path) {
    for (std::size_t index = 0; index < measures.size(); ++index) {
        const std::string subject = under(element(path, index), "subject");
        if (!draft.findings.sound(subject) || is_asked(draft.scenario, measures[index])) continue;
        draft.findings.report(subject, {Key::diagnostic_measure_unused, {measures[index].subject}},
                              Sentence{Key::diagnostic_hint_measure_subject, {}},
                              Severity::warning);
    }
}

void check_measures(const Draft& draft) {
    if (draft.file.practice) return;
    check_measures_are_asked(draft, draft.scenario.facts.measures, "facts.measures");
    for_each_facts(draft.scenario, [&](const core::FactChange& facts, const std::string& path) {
        check_measures_are_asked(draft, facts.measures_start, under(path, "measures_start"));
        check_measures_are_asked(draft, facts.measures_end, under(path, "measures_end"));
    });
}

}  // namespace

Rules lint_full_case() {
    static const Rule rules[] = {
        {check_full_case, {"practice", "roles", "items", "tables"}, true},
        {check_measures, {"practice", "items"}, true},
    };
    return rules;
}

}  // namespace casustafel::scenario
